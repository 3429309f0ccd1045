// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/inverter.h"

#include "builder/direct/record_head.h"
#include "builder/glass/encoding.h"
#include "builder/glass/positions.h"
#include "prefetch.h"
#include "short_bytes.h"

namespace nsearch::indexer::direct {
namespace {

constexpr std::size_t usual_numbers = 9;  // bytes of those in the head of a record
/// What lies in another order than it is needed in is asked for so many places ahead.
constexpr std::size_t terms_ahead = 16, places_ahead = 8;

}  // namespace

void Inverter::add(std::uint32_t document, const DocumentPostings& postings) {
  terms_.number_all(postings, [&](const TermPosting& posting, std::uint32_t number) {
    RunTerm& term = terms_[number];
    const std::size_t begin = log_size_;
    char* to = room(2 * glass::longest_varint);
    if (term.documents++ == 0) {
      term.first = document;
    } else {
      to = glass::put_varint(to, document - term.last - 1);
    }
    term.last = document;
    term.occurrences += posting.wdf;
    const bool has_positions = posting.positions != 0;
    to = glass::put_varint(to, std::uint64_t{posting.wdf} * 2 + has_positions);
    log_size_ = static_cast<std::size_t>(to - log_.data());
    if (has_positions) log_positions(postings.positions(posting));
    const std::size_t size = log_size_ - begin;
    term.posting_bytes += size;
    postings_.push_back({number, static_cast<std::uint32_t>(size), posting.wdf});
  });
  sizes_.push_back(static_cast<std::uint32_t>(postings.terms.size()));
}

/// The end of the log, with room for so many bytes more.
char* Inverter::room(std::size_t bytes) {
  if (log_.size() - log_size_ < bytes) log_.resize(2 * (log_.size() + bytes));
  return log_.data() + log_size_;
}

/// Their length and the positions.
void Inverter::log_positions(std::span<const std::uint32_t> positions) {
  encoded_.clear();
  glass::append_positions(encoded_, positions);
  char* to = room(glass::longest_varint + encoded_.size());
  to = copy_few(glass::put_varint(to, encoded_.size()), encoded_.data(), encoded_.size());
  log_size_ = static_cast<std::size_t>(to - log_.data());
}

SortedRun Inverter::finish() {
  SortedRun run;
  rank_terms(run);
  lists_.begin(sizes_);
  scatter(run.records);
  lists_.finish(documents_);
  terms_.clear();
  postings_.clear();
  sizes_.clear();
  log_size_ = 0;
  return run;
}

/// Orders the terms, writes the heads of their records, and leaves room for their postings.
void Inverter::rank_terms(SortedRun& run) {
  const std::vector<TermKey>& sorted = terms_.sorted();
  places_.resize(sorted.size());
  documents_.resize(sorted.size());
  text_ends_.resize(sorted.size());
  texts_.clear();
  std::string& out = run.records;
  out.reserve(log_size_ + terms_.text_bytes() + sorted.size() * usual_numbers);
  std::uint64_t sampled = 0, postings = 0;
  for (std::uint32_t rank = 0; rank < sorted.size(); ++rank) {
    if (rank + terms_ahead < sorted.size()) {
      prefetch(&terms_[sorted[rank + terms_ahead].index]);
      prefetch(&places_[sorted[rank + terms_ahead].index]);
    }
    const RunTerm& term = terms_[sorted[rank].index];
    const std::string_view text = terms_.text(term);
    if (rank == 0 || out.size() - sampled >= bytes_between_samples) {
      sampled = out.size();
      run.samples.push_back({sorted[rank].first, sorted[rank].second, sampled});
    }
    append_record_head(out, text,
                       {{term.documents, term.occurrences, term.first}, term.last, term.posting_bytes});
    places_[sorted[rank].index] = {out.size(), postings};
    postings += term.documents;
    documents_[rank] = term.documents;
    out.resize(out.size() + term.posting_bytes);
    texts_ += text;
    text_ends_[rank] = static_cast<std::uint32_t>(texts_.size());
  }
}

/// Puts each posting into its term's record, and into the documents' lists: random places, so they are asked for
/// before they are needed, and what tells them before that.
void Inverter::scatter(std::string& records) {
  const char* from = log_.data();
  const Posting* posting = postings_.data();
  const Posting* const last = posting + postings_.size();
  for (std::uint32_t document = 0; document < sizes_.size(); ++document) {
    for (const Posting* const end = posting + sizes_[document]; posting != end; ++posting) {
      const auto left = static_cast<std::size_t>(last - posting);
      if (left > terms_ahead) prefetch(&places_[posting[terms_ahead].term]);
      if (left > places_ahead) {
        const Place& ahead = places_[posting[places_ahead].term];
        prefetch(records.data() + ahead.record);
        lists_.prefetch_place(ahead.list);
      }
      Place& place = places_[posting->term];
      copy_few(records.data() + place.record, from, posting->size);
      place.record += posting->size;
      from += posting->size;
      lists_.put(place.list++, document, posting->wdf);
    }
  }
}

void Inverter::read_terms(std::uint32_t document, std::vector<glass::ListedTerm>& out) const {
  out.clear();
  for (const RankedPosting& posting : lists_.of(document)) {
    const std::uint32_t begin = posting.rank == 0 ? 0 : text_ends_[posting.rank - 1];
    prefetch(texts_.data() + begin);
    out.push_back({{texts_.data() + begin, text_ends_[posting.rank] - begin}, posting.wdf});
  }
}

}  // namespace nsearch::indexer::direct
