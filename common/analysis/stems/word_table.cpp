// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/word_table.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>

#include "nsearch/error.h"

namespace nsearch::analysis {

WordTable::WordTable(std::size_t expected) {
  std::size_t slots = 64;
  while (slots < 2 * expected) slots *= 2;
  slots_.resize(slots);
  entries_.reserve(expected);
}

std::size_t WordTable::slot_of(std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = XXH3_64bits(word.data(), word.size()) & mask;
  while (slots_[at] != 0 && entries_[slots_[at] - 1].word != word) at = (at + 1) & mask;
  return at;
}

WordTable::Entry& WordTable::add(std::string_view word) {
  const std::size_t at = slot_of(word);
  if (slots_[at] != 0) return entries_[slots_[at] - 1];
  if (entries_.size() == std::numeric_limits<std::uint16_t>::max())
    throw Error(ErrorCode::internal, "stem rules: more words than a table holds");
  entries_.push_back({word, {}, 0});
  slots_[at] = static_cast<std::uint16_t>(entries_.size());
  if (3 * entries_.size() > 2 * slots_.size()) grow();
  return entries_.back();
}

void WordTable::grow() {
  slots_.assign(2 * slots_.size(), 0);
  for (std::size_t i = 0; i < entries_.size(); ++i)
    slots_[slot_of(entries_[i].word)] = static_cast<std::uint16_t>(i + 1);
}

const WordTable::Entry* WordTable::find(std::string_view word) const {
  const std::uint16_t number = slots_[slot_of(word)];
  return number == 0 ? nullptr : &entries_[number - 1];
}

bool WordTable::has(std::string_view word, std::uint32_t flags) const {
  const Entry* entry = find(word);
  return entry != nullptr && (entry->flags & flags) != 0;
}

}  // namespace nsearch::analysis
