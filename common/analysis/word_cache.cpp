// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_cache.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>

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
  const auto allocate = [](std::size_t alignment, std::size_t size) {
    void* const memory = std::aligned_alloc(alignment, size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
  };
  const std::size_t bytes = set_count * ways * sizeof(CachedWord);
  sets_.reset();
  words_.reset(static_cast<CachedWord*>(allocate(bytes, bytes)));
  // A large table on huge pages: else most of its words would miss in the translation buffers as well.
  if (set_count == most_sets) madvise(words_.get(), bytes, MADV_HUGEPAGE);
  void* const sets = allocate(alignof(Set), set_count * sizeof(Set));
  sets_.reset(static_cast<Set*>(std::memset(sets, 0, set_count * sizeof(Set))));
  mask_ = set_count - 1;
  inserted_ = 0;
}

/// Makes a larger table with all words of the old one.
void WordCache::grow() {
  const std::size_t set_count = mask_ + 1;
  const auto sets = std::move(sets_);
  const auto words = std::move(words_);
  make(std::min(growth * set_count, most_sets));
  for (std::size_t i = 0; i < set_count * ways; ++i) {
    if (sets[i / ways].tags[i % ways] == 0) continue;
    const CachedWord& word = words[i];
    place(WordKey({word.text, sizeof word.text}, 0, word.key_size).hash) = word;
  }
}

/// A slot for the word with this hash.
CachedWord& WordCache::place(std::uint64_t hash) {
  const std::size_t index = hash & mask_;
  const std::size_t slot = take_slot(sets_[index]);
  sets_[index].tags[slot] = tag_of(hash);
  return words_[index * ways + slot];
}

std::size_t WordCache::take_slot(Set& set) {
  for (;;) {
    const std::size_t slot = set.hand;
    const unsigned bit = 1u << slot;
    set.hand = static_cast<std::uint8_t>((slot + 1) % ways);
    if ((set.met_again & bit) == 0) return slot;
    set.met_again = static_cast<std::uint8_t>(set.met_again & ~bit);
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
  word.key_size = static_cast<std::uint8_t>(key.size());
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
