// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>
#include <span>
#include <vector>

#include "check/check_contents.h"
#include "document_fields.h"
#include "maintenance/stored_documents.h"
#include "nsearch/error.h"
#include "storage/index_schema.h"

namespace nsearch::indexer {
namespace {

struct HeldTerm {
  std::string text;
  Xapian::termcount wdf = 0;
};

/// One document: what its term list, its values and its positions say, against its record.
class DocumentCheck {
 public:
  DocumentCheck(const Xapian::Database& database, Xapian::docid number, DocumentTotals& totals,
                DocumentTerms* analysis, Finds& finds)
      : database_(database), number_(number), totals_(totals), analysis_(analysis), finds_(finds) {}

  void run() {
    document_ = database_.get_document(number_);
    name_ = "document " + document_.get_value(schema::slot_tie_break) + " (number " +
            std::to_string(number_) + ')';
    read_terms();
    check_length();
    check_record();
    check_bounds();
  }

 private:
  void problem(const std::string& what) { finds_.problem(name_, what); }
  void read_terms();
  void check_length();
  void check_positions(const StoredDocument& document);
  void check_list(const HeldTerm& term, std::uint64_t last);
  void compare(DocumentPostings& expected);
  bool has_positions(const HeldTerm& term, std::span<const std::uint32_t> expected) const;
  void check_record();
  void check_fields(const KeptDocument& kept);
  void check_bounds();
  bool has_term(std::string_view text) const;

  const Xapian::Database& database_;
  const Xapian::docid number_;
  DocumentTotals& totals_;
  DocumentTerms* const analysis_;
  Finds& finds_;
  Xapian::Document document_;
  std::string name_;
  std::vector<HeldTerm> terms_;  // ordered
};

void DocumentCheck::read_terms() {
  for (auto term = database_.termlist_begin(number_); term != database_.termlist_end(number_); ++term) {
    terms_.push_back({*term, term.get_wdf()});
    totals_.postings.add(terms_.back().text, number_, terms_.back().wdf);
    if (terms_.size() > 1 && terms_[terms_.size() - 2].text >= terms_.back().text)
      problem("its terms are out of order at " + terms_.back().text);
  }
}

void DocumentCheck::check_length() {
  std::uint64_t length = 0;
  for (const HeldTerm& term : terms_) length += term.wdf;
  const std::uint64_t stored = database_.get_doclength(number_);
  totals_.length += stored;
  if (length != stored)
    problem("its length is stored as " + std::to_string(stored) + ", its terms give " +
            std::to_string(length));
}

bool DocumentCheck::has_term(std::string_view text) const {
  const auto found = std::lower_bound(terms_.begin(), terms_.end(), text,
                                      [](const HeldTerm& a, std::string_view b) { return a.text < b; });
  return found != terms_.end() && found->text == text;
}

/// A word takes one byte at least, and so does what ends a paragraph.
void DocumentCheck::check_positions(const StoredDocument& document) {
  const std::uint64_t last = schema::body_position + schema::title_gap + document.title.size() +
                             document.body.size() * (1 + std::uint64_t{schema::paragraph_gap});
  for (const HeldTerm& term : terms_) check_list(term, last);
}

void DocumentCheck::check_list(const HeldTerm& term, std::uint64_t last) {
  const char first = term.text.empty() ? '\0' : term.text[0];
  const bool mark = term.text == schema::prefix::sentence_end || term.text == schema::prefix::paragraph_end;
  const bool positional = mark || first < 'A' || first > 'Z';
  Xapian::termpos before = 0;
  std::uint64_t count = 0;
  for (auto at = database_.positionlist_begin(number_, term.text);
       at != database_.positionlist_end(number_, term.text); ++at, ++count) {
    if (*at <= before || *at > last) return problem("positions of " + term.text + " are out of bounds");
    before = *at;
  }
  if (positional != (count > 0) || (!mark && count > term.wdf))
    problem("it has " + std::to_string(count) + " positions of " + term.text);
}

void DocumentCheck::check_record() {
  ++totals_.documents;
  KeptDocument kept;
  const auto damaged = [&](const DamagedDocument& d) { problem(d.reason); };
  if (!reading_record(name_, damaged, [&] { kept = read_kept(database_, number_); })) return;
  totals_.highest_modified = std::max(totals_.highest_modified, kept.document.modified);
  check_fields(kept);
  check_positions(kept.document);
  if (!analysis_) return;
  DocumentPostings expected;
  analysis_->make(kept.document, kept.digest, expected);
  compare(expected);
}

/// All that a fresh analysis of the record gives.
void DocumentCheck::compare(DocumentPostings& expected) {
  std::sort(expected.terms.begin(), expected.terms.end(),
            [&](const TermPosting& a, const TermPosting& b) { return expected.text(a) < expected.text(b); });
  const bool same = std::equal(terms_.begin(), terms_.end(), expected.terms.begin(), expected.terms.end(),
                               [&](const HeldTerm& held, const TermPosting& term) {
                                 return held.text == expected.text(term) && held.wdf == term.wdf &&
                                        has_positions(held, expected.positions(term));
                               });
  if (!same) problem("its terms and positions are not what its text gives");
  for (const auto& [slot, value] : expected.values) {
    if (slot == schema::slot_fold && document_.get_value(slot) != value)
      problem("its fold signature is not what its text gives");
  }
}

bool DocumentCheck::has_positions(const HeldTerm& term, std::span<const std::uint32_t> expected) const {
  return std::equal(database_.positionlist_begin(number_, term.text),
                    database_.positionlist_end(number_, term.text), expected.begin(), expected.end());
}

/// Boolean terms and values follow from the record alone.
void DocumentCheck::check_fields(const KeptDocument& kept) {
  TermTable table;
  DocumentPostings expected;
  add_fields(kept.document, kept.digest, table, expected);
  table.write(expected);
  for (const TermPosting& term : expected.terms) {
    if (!has_term(expected.text(term))) problem("it has no term " + std::string(expected.text(term)));
  }
  for (const HeldTerm& term : terms_) {
    if (term.text.starts_with(schema::prefix::id) && term.text != expected.id_term)
      problem("it has another id's term, " + term.text);
  }
  std::map<std::uint32_t, std::string> values(expected.values.begin(), expected.values.end());
  for (auto value = document_.values_begin(); value != document_.values_end(); ++value) {
    const auto found = values.find(value.get_valueno());
    // The one follows from the analysis, see compare(), the other from later documents.
    const bool other =
        value.get_valueno() == schema::slot_fold || value.get_valueno() == schema::slot_tombstone;
    if (!other && (found == values.end() || found->second != *value))
      problem("slot " + std::to_string(value.get_valueno()) + " is not what its record says");
    if (found != values.end()) values.erase(found);
  }
  for (const auto& [slot, value] : values) problem("slot " + std::to_string(slot) + " is empty");
}

void DocumentCheck::check_bounds() {
  for (auto value = document_.values_begin(); value != document_.values_end(); ++value) {
    const Xapian::valueno slot = value.get_valueno();
    if (*value < database_.get_value_lower_bound(slot) || *value > database_.get_value_upper_bound(slot))
      problem("slot " + std::to_string(slot) + " is outside of the slot's bounds");
  }
}

}  // namespace

void check_document(const Xapian::Database& database, Xapian::docid document, DocumentTotals& totals,
                    DocumentTerms* analysis, Finds& finds) {
  DocumentCheck(database, document, totals, analysis, finds).run();
}

}  // namespace nsearch::indexer
