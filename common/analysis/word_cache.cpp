// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_cache.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

#include "huge_pages.h"

namespace nsearch::analysis {
namespace {

using Wide = WordForms::Layout;
using Narrow = CachedWord::Layout;

Narrow::Form narrow(Wide::Form form) {
  return {static_cast<std::uint8_t>(form.at), static_cast<std::uint8_t>(form.size)};
}

Narrow narrow(const Wide& wide) {
  return {narrow(wide.surface),
          narrow(wide.stem),
          static_cast<std::uint8_t>(wide.exact_size),
          static_cast<std::uint8_t>(wide.size),
          wide.flags,
          wide.part_count};
}

}  // namespace

void WordCache::Free::operator()(void* memory) const {
  std::free(memory);
}

void WordCache::make(std::size_t set_count) {
  sets_.reset();
  words_.reset(HugePageAllocator<CachedWord>().allocate(set_count * ways));
  Set* const sets = HugePageAllocator<Set>().allocate(set_count);
  std::uninitialized_value_construct_n(sets, set_count);
  sets_.reset(sets);
  mask_ = set_count - 1;
  inserted_ = 0;
}

/// Makes a larger table with all words of the old one, in their order. Each finds a free slot, since what shared a set
/// is parted further.
void WordCache::grow() {
  const auto words = std::move(words_);
  make(std::min(growth * (mask_ + 1), most_sets));
  const std::size_t count = std::exchange(used_, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const CachedWord& word = words[i];
    place(WordKey({word.text, sizeof word.text}, 0, word.key_size).hash) = word;
  }
}

/// A slot for the word with this hash.
CachedWord& WordCache::place(std::uint64_t hash) {
  std::uint32_t& slot = take_slot(sets_[hash & mask_]);
  const std::uint32_t number = slot == 0 ? static_cast<std::uint32_t>(used_++) : number_of(slot);
  slot = tag_of(hash) << number_bits | number;
  return words_[number];
}

std::uint32_t& WordCache::take_slot(Set& set) {
  for (std::uint32_t& slot : set.slots)
    if (slot == 0) return slot;
  for (std::size_t hand = inserted_;; ++hand) {
    std::uint32_t& slot = set.slots[hand % ways];
    CachedWord& word = word_of(slot);
    if (word.met_again == 0) return slot;
    word.met_again = 0;
  }
}

const CachedWord* WordCache::insert(const WordKey& word_key, const WordForms& forms) {
  const std::string_view key = word_key.bytes;
  const bool shared = forms.text.starts_with(key);
  const std::size_t forms_at = shared ? 0 : key.size();
  const std::size_t size = forms_at + forms.text.size() + forms.layout.part_count * sizeof(Narrow::Part);
  if (key.empty() || key.size() > max_key || size > sizeof(CachedWord::text)) return nullptr;
  if (!sets_) make(first_sets);
  const std::size_t set_count = mask_ + 1;
  // Before the table is full: many of its sets would have lost words by then.
  if (++inserted_ > set_count * ways / 2 && set_count < most_sets) grow();

  CachedWord& word = place(word_key.hash);
  word.layout = narrow(forms.layout);
  word.key_size = key.size() & 0x7F;
  word.met_again = 0;
  word.forms_at = static_cast<std::uint8_t>(forms_at);
  std::memcpy(word.text, key.data(), key.size());
  std::memcpy(word.text + forms_at, forms.text.data(), forms.text.size());
  for (std::size_t i = 0; i < forms.layout.part_count; ++i) {
    const Narrow::Part part{narrow(forms.parts[i].surface), narrow(forms.parts[i].stem)};
    std::memcpy(word.text + sizeof word.text - (i + 1) * sizeof part, &part, sizeof part);
  }
  return &word;
}

}  // namespace nsearch::analysis
