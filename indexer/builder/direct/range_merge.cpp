// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/range_merge.h"

#include <algorithm>

#include "builder/direct/term_ranges.h"
#include "builder/glass/encoding.h"

namespace nsearch::indexer::direct {
namespace {

constexpr std::size_t least_window = 4 << 10, largest_window = 64 << 10;
constexpr std::size_t window_memory = 24 << 20;  // of all readers

}  // namespace

RangeMerge::RangeMerge(const RunStore& store, const std::string& from, const std::string* to) : to_(to) {
  const std::size_t window = std::clamp(window_memory / store.runs().size(), least_window, largest_window);
  for (const StoredRun& run : store.runs()) {
    if (run.samples.empty()) continue;
    const std::uint64_t end = to ? offset_after(run, *to) : run.records.end;
    RunReader& reader = readers_.emplace_back(store.file(), offset_before(run, from), end, window);
    bool found = reader.next();
    while (found && reader.term() < from) found = reader.next();
    if (found && in_range(reader)) heap_.push(readers_.size() - 1);
  }
}

bool RangeMerge::next() {
  for (std::size_t reader : same_) {
    if (readers_[reader].next() && in_range(readers_[reader])) heap_.push(reader);
  }
  heap_.take_least(same_);
  if (same_.empty()) return false;
  const std::string_view term = readers_[same_.front()].term();
  lists_.begin_term(term, head());
  key_.clear();
  glass::append_sortable_text(key_, term, true);
  for (const std::size_t reader : same_) add_postings(readers_[reader]);
  lists_.end();
  return true;
}

/// Of the term in hand.
glass::PostingListHead RangeMerge::head() const {
  glass::PostingListHead all;
  all.first = readers_[same_.front()].head().first;
  for (std::size_t reader : same_) {
    all.documents += readers_[reader].head().documents;
    all.occurrences += readers_[reader].head().occurrences;
  }
  return all;
}

void RangeMerge::add_postings(RunReader& run) {
  const std::size_t term_size = key_.size();
  const std::string_view postings = run.postings();
  const char* at = postings.data();
  const char* const end = at + postings.size();
  for (std::uint32_t document = run.head().first;;) {
    const std::uint64_t wdf = glass::take_varint(at);
    lists_.add(document, static_cast<std::uint32_t>(wdf / 2));
    if (wdf % 2 != 0) {
      const std::size_t size = glass::take_varint(at);
      key_.resize(term_size);
      glass::append_sortable(key_, document);
      positions_.add(key_, {at, size});
      at += size;
    }
    if (at == end) break;
    document += static_cast<std::uint32_t>(glass::take_varint(at)) + 1;
  }
  key_.resize(term_size);
}

}  // namespace nsearch::indexer::direct
