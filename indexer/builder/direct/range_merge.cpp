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
    if (found && in_range(reader)) heap_.push_back(key_of(readers_.size() - 1));
  }
  std::make_heap(heap_.begin(), heap_.end(), [&](const TermKey& a, const TermKey& b) { return later(a, b); });
}

TermKey RangeMerge::key_of(std::size_t reader) const {
  TermKey key = readers_[reader].key();
  key.index = static_cast<std::uint32_t>(reader);
  return key;
}

int RangeMerge::compare(const TermKey& a, const TermKey& b) const {
  return compare_terms(a, b, [&](std::uint32_t reader) { return readers_[reader].term(); });
}

bool RangeMerge::later(const TermKey& a, const TermKey& b) const {
  const int difference = compare(a, b);
  return difference != 0 ? difference > 0 : a.index > b.index;
}

/// Takes all readers that have the least term off the heap.
glass::PostingListHead RangeMerge::take_least() {
  glass::PostingListHead all;
  do {
    std::pop_heap(heap_.begin(), heap_.end(),
                  [&](const TermKey& a, const TermKey& b) { return later(a, b); });
    same_.push_back(heap_.back());
    heap_.pop_back();
    const glass::PostingListHead& head = readers_[same_.back().index].head();
    if (same_.size() == 1) all.first = head.first;
    all.documents += head.documents;
    all.occurrences += head.occurrences;
  } while (!heap_.empty() && compare(heap_.front(), same_.front()) == 0);
  return all;
}

bool RangeMerge::next() {
  for (const TermKey& key : same_) {
    RunReader& reader = readers_[key.index];
    if (!reader.next() || !in_range(reader)) continue;
    heap_.push_back(key_of(key.index));
    std::push_heap(heap_.begin(), heap_.end(),
                   [&](const TermKey& a, const TermKey& b) { return later(a, b); });
  }
  same_.clear();
  if (heap_.empty()) return false;
  const glass::PostingListHead head = take_least();
  const std::string_view term = readers_[same_.front().index].term();
  lists_.begin_term(term, head);
  key_.clear();
  glass::append_sortable_text(key_, term, true);
  for (const TermKey& key : same_) add_postings(readers_[key.index]);
  lists_.end();
  return true;
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
