// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/fold.h"

#include <algorithm>
#include <limits>

#include "nsearch/error.h"
#include "resemblance/fold_signature.h"
#include "result/copies.h"
#include "storage/index_schema.h"
#include "storage/tombstones.h"

namespace nsearch::searcher {

namespace {

constexpr std::size_t least_looked_at = 100;

std::string signature_of(const Xapian::Document& document) {
  return document.get_value(schema::slot_fold);
}

/// Folds documents that come in the page's order.
class Folder {
 public:
  Folder(const PageWanted& wanted, std::size_t most_copies)
      : first_(wanted.first),
        end_(wanted.first + std::min(wanted.size, std::numeric_limits<std::size_t>::max() - wanted.first)),
        most_copies_(most_copies) {}

  void add(PageEntry&& entry) {
    const std::size_t before = groups_.size();
    const std::size_t group = groups_.add(signature_of(entry.document));
    if (group < first_ || group >= end_) return;
    if (groups_.size() > before) {
      entries.push_back({std::move(entry), {}, 0});
      return;
    }
    FoldedEntry& leader = entries[group - first_];
    if (++leader.more <= most_copies_) leader.copies.push_back(std::move(entry.document));
  }

  bool full() const { return groups_.size() >= end_; }
  std::size_t texts() const { return groups_.size(); }

  std::vector<FoldedEntry> entries;

 private:
  const std::size_t first_, end_, most_copies_;
  CopyGroups groups_;
};

}  // namespace

FoldedPage folded_page_of(const Xapian::Database& database, const glass::Shards* local, const Found& found,
                          const PageWanted& wanted, std::size_t exact_up_to, std::size_t most_copies) {
  const std::size_t documents = database.get_doccount();
  std::size_t looked_at = std::max({exact_up_to, least_looked_at, wanted.exact_total_up_to});
  for (;; looked_at *= 4) {
    looked_at = std::min(looked_at, documents);
    Page page = page_of(database, local, found, {0, looked_at, wanted.sort, wanted.exact_total_up_to});
    Folder folder(wanted, most_copies);
    const bool all = page.entries.size() < looked_at || looked_at == documents;
    const std::size_t number = page.entries.size();
    for (PageEntry& entry : page.entries) folder.add(std::move(entry));
    if (!all && !folder.full()) continue;
    FoldedPage folded;
    folded.folding.looked_at = number;
    folded.folding.texts = folder.texts();
    folded.folding.exact = all;
    folded.documents = all ? Total{number, number, number} : page.total;
    folded.entries = std::move(folder.entries);
    return folded;
  }
}

Found copies_among(const Xapian::Database& database, const Found& found, const std::string& id) {
  const std::string term = schema::bounded_term(schema::prefix::id, id);
  const Xapian::docid number = storage::live_document(database, term);
  if (number == 0)
    throw Error(ErrorCode::usage, "no document has the id “" + id + "”",
                "take the id of a result, as nsearch query --format ids writes it");
  const std::string signature = signature_of(database.get_document(number));
  return {found.query, [&database, found, number, signature](Xapian::docid other) {
            if (found.accepts && !found.accepts(other)) return false;
            return other == number ||
                   resemblance::are_copies(signature, signature_of(database.get_document(other)));
          }};
}

namespace {

/// Empty: every document has a signature of this version.
std::string without_signature(const Xapian::Database& database) {
  const std::uint64_t documents = database.get_doccount();
  const std::uint64_t with = database.get_value_freq(schema::slot_fold);
  const auto of_this_version = [](const std::string& bound) {
    return !bound.empty() && bound.front() == resemblance::signature_version;
  };
  if (with < documents)
    return std::to_string(documents - with) + " of " + std::to_string(documents) +
           " documents have no fold signature, for an older nsearch indexed them; they are taken for no "
           "copies";
  if (documents == 0 || (of_this_version(database.get_value_lower_bound(schema::slot_fold)) &&
                         of_this_version(database.get_value_upper_bound(schema::slot_fold))))
    return {};
  return "some fold signatures are of another version of nsearch; their documents are taken for no copies";
}

}  // namespace

std::optional<QueryDiagnostic> fold_hint(const Xapian::Database& database) {
  QueryDiagnostic hint;
  hint.message = without_signature(database);
  hint.expected = "nsearch reindex signs them all";
  if (hint.message.empty()) return std::nullopt;
  return hint;
}

}  // namespace nsearch::searcher
