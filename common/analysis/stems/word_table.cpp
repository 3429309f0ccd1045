// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/word_table.h"

#include <xxhash.h>

namespace nsearch::analysis {

std::size_t WordTable::first_slot(std::string_view word, std::size_t mask) {
  return XXH3_64bits(word.data(), word.size()) & mask;
}

std::optional<WordTable::Entry> WordTable::find(std::string_view word) const {
  if (word.empty()) return std::nullopt;
  for (std::size_t at = first_slot(word, mask_); slots_[at].word_size != 0; at = (at + 1) & mask_) {
    const Slot& slot = slots_[at];
    if (std::string_view(text_ + slot.word_at, slot.word_size) != word) continue;
    return Entry{{text_ + slot.base_at, slot.base_size}, slot.flags};
  }
  return std::nullopt;
}

bool WordTable::has(std::string_view word, std::uint32_t flags) const {
  const std::optional<Entry> entry = find(word);
  return entry && (entry->flags & flags) != 0;
}

}  // namespace nsearch::analysis
