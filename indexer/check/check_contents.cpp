// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/check_contents.h"

#include <xxhash.h>

#include <optional>

#include "builder/index_metadata.h"
#include "nsearch/document.h"
#include "nsearch/error.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/tombstones.h"

namespace nsearch::indexer {
namespace {

namespace key = schema::metadata_key;

class ContentsCheck {
 public:
  ContentsCheck(const std::string& generation, bool deep, Finds& finds)
      : database_(generation), finds_(finds) {
    if (deep) analysis_.emplace(protected_words_of(database_));
  }

  void run() {
    check_metadata();
    check_documents();
    check_terms();
    check_statistics();
    finds_.counted("documents", totals_.documents - dead_);
    finds_.counted("terms", terms_);
  }

 private:
  template <typename Work>
  void guarded(const std::string& where, Work&& work);
  void check_metadata();
  void check_documents();
  void check_terms();
  void check_term(const std::string& term, Xapian::doccount frequency);
  void check_statistics();

  const Xapian::Database database_;
  Finds& finds_;
  std::optional<DocumentTerms> analysis_;
  DocumentTotals totals_;
  PostingSum postings_;
  std::uint64_t terms_ = 0, ids_ = 0, dead_ = 0;
};

/// What can't be read is a problem of its own; the rest is looked at all the same.
template <typename Work>
void ContentsCheck::guarded(const std::string& where, Work&& work) {
  try {
    work();
  } catch (const Xapian::Error& error) {
    finds_.problem(where, to_error(where, error).what());
  }
}

void ContentsCheck::check_metadata() {
  finds_.at("the metadata", "");
  guarded("metadata", [&] {
    try {
      check_compatible(database_, "index");
    } catch (const Error& error) {
      error.code() == ErrorCode::corrupt ? finds_.problem("metadata", error.what())
                                         : finds_.note(error.what());
      analysis_.reset();
    }
    for (const auto time : {key::created, key::committed}) {
      if (!parse_date(database_.get_metadata(std::string(time))))
        finds_.problem("metadata", std::string(time) + " is no time");
    }
    const std::string prefix(key::facet);
    for (auto name = database_.metadata_keys_begin(prefix); name != database_.metadata_keys_end(prefix);
         ++name) {
      const std::string facet = (*name).substr(prefix.size());
      // A name that was cut no longer gives its slot.
      if ((*name).size() + 20 < schema::max_term_bytes &&
          database_.get_metadata(*name) != std::to_string(schema::facet_slot(facet)))
        finds_.problem("metadata", *name + " names a wrong slot");
    }
  });
}

void ContentsCheck::check_documents() {
  guarded("the list of documents", [&] {
    for (auto document = database_.postlist_begin(""); document != database_.postlist_end(""); ++document) {
      const std::string name = std::to_string(*document);
      finds_.at("document number", name);
      guarded("document number " + name, [&] {
        check_document(database_, *document, totals_, analysis_ ? &*analysis_ : nullptr, finds_);
      });
    }
  });
}

void ContentsCheck::check_terms() {
  guarded("the list of terms", [&] {
    for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
      finds_.at("term", *term);
      guarded("term " + *term, [&] { check_term(*term, term.get_termfreq()); });
    }
  });
}

void ContentsCheck::check_term(const std::string& term, Xapian::doccount frequency) {
  ++terms_;
  Xapian::docid before = 0;
  std::uint64_t documents = 0, occurrences = 0;
  for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term); ++posting) {
    if (*posting <= before) return finds_.problem("term " + term, "its documents are out of order");
    before = *posting;
    ++documents;
    occurrences += posting.get_wdf();
    postings_.add(term, *posting, posting.get_wdf());
  }
  if (documents != frequency || occurrences != database_.get_collection_freq(term))
    finds_.problem("term " + term, "its frequencies are not those of its list");
  if (!term.starts_with(schema::prefix::id)) return;
  ids_ += documents;
  if (documents == 1) return;
  const Xapian::doccount live = storage::live_frequency(database_, term);
  if (live > 1) finds_.problem("term " + term, std::to_string(live) + " documents have this id");
}

void ContentsCheck::check_statistics() {
  finds_.at("the statistics", "");
  guarded("statistics", [&] {
    const auto expect = [&](const char* what, std::uint64_t stored, std::uint64_t counted) {
      if (stored != counted)
        finds_.problem("statistics", std::string(what) + ": stored " + std::to_string(stored) + ", counted " +
                                         std::to_string(counted));
    };
    expect("documents", database_.get_doccount(), totals_.documents);
    dead_ = storage::all_dead(database_).size();
    expect("tombstones", storage::dead_documents(database_), dead_);
    expect("documents with an id", database_.get_doccount(), ids_);
    expect("total length", database_.get_total_length(), totals_.length);
    if (!(postings_ == totals_.postings))
      finds_.problem("statistics", "the posting lists and the documents' term lists don't agree");
    if (read_sequence(database_) < totals_.highest_modified)
      finds_.problem("metadata", "a document was modified after the highest modification sequence");
  });
}

}  // namespace

void PostingSum::add(std::string_view term, Xapian::docid document, Xapian::termcount wdf) {
  const std::uint64_t seed = (std::uint64_t{document} << 32) ^ wdf;
  sum_ += XXH3_64bits_withSeed(term.data(), term.size(), seed);
  ++postings_;
}

void check_contents(const std::string& generation, bool deep, Finds& finds) {
  translating_errors(generation, [&] { ContentsCheck(generation, deep, finds).run(); });
}

}  // namespace nsearch::indexer
