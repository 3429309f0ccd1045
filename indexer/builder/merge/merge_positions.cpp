// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/merge/merge_positions.h"

#include "builder/glass/encoding.h"
#include "glass/bytes.h"

namespace nsearch::indexer::merge {

bool PositionReader::take_term() {
  const std::string_view key = cursor_.key();
  const std::size_t end = text_end(key);
  if (end == 0 || end == key.size()) cursor_.corrupt("a key holds no term");
  const bool ascends = prefix_ < key;
  prefix_.assign(key.substr(0, end + 1));
  if (!ascends) cursor_.corrupt("keys are out of order");
  key_ = term_key(term());
  return true;
}

/// Whether the entry is of the term at hand, and not of a longer one with a NUL.
bool PositionReader::at_term() const {
  const std::string_view key = cursor_.key();
  return key.size() > prefix_.size() && key[prefix_.size()] != '\xff' && key.starts_with(prefix_);
}

bool PositionReader::merge_term(RangeOutput& output, std::uint32_t& last) {
  bool more = true;
  std::uint64_t entries = 0;
  for (; more && at_term(); more = go_on(cursor_, range_)) {
    ++entries;
    const std::string_view key = cursor_.key();
    const auto* at = reinterpret_cast<const nsearch::glass::Byte*>(key.data()) + prefix_.size();
    const auto* const end = at + (key.size() - prefix_.size());
    std::uint32_t document = 0;
    if (!nsearch::glass::take_sortable(at, end, document) || at != end)
      cursor_.corrupt("a key holds no document number");
    const std::uint32_t number = source_.renumbered(document);
    if (number == NumberMap::dropped) continue;
    if (number <= last) cursor_.corrupt("keys are out of order");
    last = number;
    new_key_.assign(prefix_);
    glass::append_sortable(new_key_, number);
    output.leaves().add(new_key_, cursor_.plain_tag(buffer_));
    output.flush();
  }
  source_.count(glass::position, entries);
  return more && take_term();
}

void merge_positions(std::deque<Source>& sources, const KeyRange& range, RangeOutput& output) {
  std::deque<PositionReader> readers;
  direct::TermHeap<PositionReader> heap(readers);
  for (Source& source : sources) {
    if (readers.emplace_back(source, range).begin()) heap.push(readers.size() - 1);
  }
  std::vector<std::size_t> same;
  for (heap.take_least(same); !same.empty(); heap.take_least(same)) {
    std::uint32_t last = 0;
    for (const std::size_t reader : same) {
      if (readers[reader].merge_term(output, last)) heap.push(reader);
    }
  }
}

}  // namespace nsearch::indexer::merge
