// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/merge/merge_postings.h"

#include <algorithm>
#include <vector>

namespace nsearch::indexer::merge {

using nsearch::glass::PostingList;

bool TermReader::take_term() {
  const std::string_view key = cursor_.key();
  if (key.empty() || text_end(key) != key.size()) cursor_.corrupt("a key holds no term");
  if (key <= term_) cursor_.corrupt("keys are out of order");
  term_.assign(key);
  key_ = term_key(term_);
  if (!list_.open_at(cursor_)) cursor_.corrupt("a posting list is empty");
  return true;
}

bool TermReader::next() {
  cursor_ = list_.cursor();
  source_.count(glass::postlist, list_.chunks());
  return go_on(cursor_, range_) && take_term();
}

glass::PostingListHead TermReader::count() {
  counted_ = {};
  if (source_.whole()) {
    counted_ = {list_.frequency(), list_.occurrences(), source_.renumbered(list_.document())};
    return counted_;
  }
  list_.take_before(PostingList::none, [&](std::uint32_t document, std::uint32_t wdf) {
    const std::uint32_t number = source_.renumbered(document);
    if (number == NumberMap::dropped) return;
    if (counted_.documents++ == 0) counted_.first = number;
    counted_.occurrences += wdf;
  });
  if (counted_.documents != 0) list_.rewind();
  return counted_;
}

void TermReader::merge(glass::PostingListWriter& lists, RangeOutput& output, std::uint32_t& wdf) {
  if (counted_.documents == 0) return;
  std::uint64_t documents = 0, occurrences = 0;
  std::uint32_t last = 0, greatest = wdf;
  list_.take_before(PostingList::none, [&](std::uint32_t document, std::uint32_t count) {
    const std::uint32_t number = source_.renumbered(document);
    if (number == NumberMap::dropped) return;
    if (number <= last) cursor_.corrupt("a posting list is out of order");
    last = number;
    ++documents;
    occurrences += count;
    greatest = std::max(greatest, count);
    lists.add(number, count);
    output.flush();
  });
  wdf = greatest;
  if (documents != counted_.documents || occurrences != counted_.occurrences)
    cursor_.corrupt("a posting list has another number of documents than it says");
}

std::uint32_t merge_postings(std::deque<Source>& sources, const KeyRange& range, RangeOutput& output) {
  std::deque<TermReader> readers;
  direct::TermHeap<TermReader> heap(readers);
  for (Source& source : sources) {
    if (readers.emplace_back(source, range).begin()) heap.push(readers.size() - 1);
  }
  glass::PostingListWriter lists(output.leaves());
  std::uint32_t greatest_wdf = 0;
  std::vector<std::size_t> same;
  for (heap.take_least(same); !same.empty(); heap.take_least(same)) {
    glass::PostingListHead all;
    for (const std::size_t reader : same) {
      const glass::PostingListHead head = readers[reader].count();
      if (all.documents == 0) all.first = head.first;
      all.documents += head.documents;
      all.occurrences += head.occurrences;
    }
    if (all.documents != 0) {
      lists.begin_key(readers[same.front()].term(), all);
      for (const std::size_t reader : same) readers[reader].merge(lists, output, greatest_wdf);
      lists.end();
    }
    for (const std::size_t reader : same) {
      if (readers[reader].next()) heap.push(reader);
    }
  }
  return greatest_wdf;
}

void merge_lengths(std::deque<Source>& sources, RangeOutput& output) {
  glass::PostingListWriter lists(output.leaves());
  bool begun = false;
  for (Source& source : sources) {
    PostingList lengths(source.table(glass::postlist));
    for (bool more = lengths.open_lengths(1); more && !lengths.at_end(); lengths.next()) {
      const std::uint32_t number = source.renumbered(lengths.document());
      if (number == NumberMap::dropped) continue;
      if (!begun) lists.begin_lengths(number);
      begun = true;
      lists.add(number, lengths.wdf());
      output.flush();
    }
    source.count(glass::postlist, lengths.chunks());
  }
  if (begun) lists.end();
}

}  // namespace nsearch::indexer::merge
