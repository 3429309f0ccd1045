// SPDX-License-Identifier: GPL-2.0-or-later
#include "verify/candidate.h"

#include <algorithm>
#include <numeric>

#include "result/hits.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

Candidate::Candidate(const Xapian::Database& database, const std::vector<std::string>& terms)
    : database_(database),
      terms_(terms),
      by_name_(terms.size()),
      occurrences_(terms.size()),
      positions_(terms.size()),
      neutral_("und") {
  std::iota(by_name_.begin(), by_name_.end(), TermNumber{0});
  std::sort(by_name_.begin(), by_name_.end(),
            [&](TermNumber a, TermNumber b) { return terms_[a] < terms_[b]; });
}

void Candidate::open(Xapian::docid document) {
  document_ = document;
  std::fill(occurrences_.begin(), occurrences_.end(), 0);
  std::fill(positions_.begin(), positions_.end(), std::nullopt);
  paragraph_ends_.reset();
  sentence_ends_.reset();
  spellings_.reset();
  // The term list comes in one piece, from disk as from a remote shard; asking term by term would not.
  auto held = database_.termlist_begin(document);
  const auto end = database_.termlist_end(document);
  for (const TermNumber term : by_name_) {
    held.skip_to(terms_[term]);
    if (held == end) return;
    if (*held == terms_[term]) occurrences_[term] = held.get_wdf();
  }
}

std::vector<Position> Candidate::read_positions(const std::string& term) const {
  std::vector<Position> positions;
  const auto end = database_.positionlist_end(document_, term);
  for (auto at = database_.positionlist_begin(document_, term); at != end; ++at) positions.push_back(*at);
  return positions;
}

const std::vector<Position>& Candidate::positions(TermNumber term) {
  std::optional<std::vector<Position>>& known = positions_[term];
  if (!known) {
    known.emplace();
    if (occurrences_[term] != 0) *known = read_positions(terms_[term]);
  }
  return *known;
}

const std::vector<Position>& Candidate::paragraph_ends() {
  if (!paragraph_ends_) paragraph_ends_ = read_positions(std::string(schema::prefix::paragraph_end));
  return *paragraph_ends_;
}

const std::vector<Position>& Candidate::sentence_ends() {
  if (!sentence_ends_) {
    // A paragraph's end is a sentence's.
    const std::vector<Position> within = read_positions(std::string(schema::prefix::sentence_end));
    sentence_ends_.emplace();
    std::merge(within.begin(), within.end(), paragraph_ends().begin(), paragraph_ends().end(),
               std::back_inserter(*sentence_ends_));
  }
  return *sentence_ends_;
}

/// The words of title and body as they were indexed: passages apart, for what stands at their limits reads
/// otherwise in one piece.
void Candidate::read_text() {
  spellings_.emplace();
  const StoredDocument stored = stored_document(database_.get_document(document_), RecordPart::all);
  const auto add = [&](std::string_view text) {
    neutral_.analyze(text, analyzed_);
    for (const Token& token : analyzed_.tokens()) {
      if (token.kind == TokenKind::compound_part) continue;
      (*spellings_)[std::string(token.surface)].emplace_back(token.exact);
    }
  };
  add(stored.title);
  const std::string_view body = stored.body;
  for (const LanguageSpan& span : stored.spans) add(body.substr(span.begin, span.end - span.begin));
}

std::vector<Position> Candidate::positions(const ExactSpelling& word) {
  const auto sum = [&](const std::vector<TermNumber>& terms) {
    Xapian::termcount occurrences = 0;
    for (const TermNumber term : terms) occurrences += occurrences_[term];
    return occurrences;
  };
  // Each occurrence counts in the surface form, and in an exact form where that differs: mostly that tells.
  const Xapian::termcount all = occurrences_[word.surface_term];
  const Xapian::termcount accented = sum(word.own);
  if (all == 0 || (!word.own.empty() && accented == 0)) return {};
  const bool only = word.own.empty() ? sum(word.others) == 0 : accented == all;
  const std::vector<Position>& surface = positions(word.surface_term);
  if (only) return surface;
  if (!spellings_) read_text();
  const std::vector<std::string>& spellings = (*spellings_)[word.surface];
  std::vector<Position> found;
  for (std::size_t i = 0; i < std::min(surface.size(), spellings.size()); ++i) {
    if (spellings[i] == word.exact) found.push_back(surface[i]);
  }
  return found;
}

}  // namespace nsearch::searcher
