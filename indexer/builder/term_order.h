// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace nsearch::indexer {

/// The first bytes of a term as numbers that sort like them, missing bytes as zeros: what terms nearly always
/// differ in.
struct TermKey {
  std::uint64_t first = 0, second = 0;
  std::uint32_t index = 0;  ///< of the term, in the caller's own list
  std::uint32_t size = 0;   ///< in bytes
};

/// Eight bytes as a number that sorts like them.
inline std::uint64_t sortable_number(const char* eight_bytes) {
  std::uint64_t value;
  std::memcpy(&value, eight_bytes, sizeof value);
  return std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
}

/// The key of the `size` bytes at `bytes`, of which sixteen may be read however short the term is.
inline TermKey term_key(const char* bytes, std::size_t size, std::uint32_t index) {
  const auto keep = [](std::uint64_t value, std::size_t count) {
    if (count >= 8) return value;
    return count == 0 ? 0 : value & (~std::uint64_t{0} << (64 - 8 * count));
  };
  return {keep(sortable_number(bytes), size), keep(sortable_number(bytes + 8), size < 8 ? 0 : size - 8),
          index, static_cast<std::uint32_t>(size)};
}

/// The key of a term that is no part of a larger buffer.
inline TermKey term_key(std::string_view term, std::uint32_t index = 0) {
  char bytes[16] = {};
  term.copy(bytes, sizeof bytes);
  return term_key(bytes, term.size(), index);
}

/// Whether `a` comes before `b` (less than 0) or behind it; 0: they are equal. `text(index)` gives the terms' bytes,
/// which are asked for only where both are longer than their keys.
template <typename Text>
int compare_terms(const TermKey& a, const TermKey& b, const Text& text) {
  if (a.first != b.first) return a.first < b.first ? -1 : 1;
  if (a.second != b.second) return a.second < b.second ? -1 : 1;
  // Where one ends within its key, the other goes on with zeros: it comes later if it is longer.
  constexpr std::uint32_t key_bytes = 16;
  if (a.size > key_bytes && b.size > key_bytes) return text(a.index).compare(text(b.index));
  return a.size == b.size ? 0 : a.size < b.size ? -1 : 1;
}

/// Sorts by `first` alone, eight bits at a time from the lowest (radix sort): it compares nothing, so the processor
/// has nothing to guess. Linear. `scratch` is overwritten; what it holds may be anything.
void sort_by_first(std::vector<TermKey>& keys, std::vector<TermKey>& scratch);

/// Sorts by the terms' bytes.
template <typename Text>
void sort_terms(std::vector<TermKey>& keys, std::vector<TermKey>& scratch, const Text& text) {
  sort_by_first(keys, scratch);
  for (auto begin = keys.begin(); begin != keys.end();) {
    const auto end =
        std::find_if(begin + 1, keys.end(), [&](const TermKey& key) { return key.first != begin->first; });
    if (end - begin > 1) {
      std::sort(begin, end,
                [&](const TermKey& a, const TermKey& b) { return compare_terms(a, b, text) < 0; });
    }
    begin = end;
  }
}

}  // namespace nsearch::indexer
