// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/term_order.h"

#include <array>

namespace nsearch::indexer {
namespace {

constexpr unsigned digits = 8, values = 256;

constexpr unsigned digit(const TermKey& key, unsigned number) {
  return static_cast<unsigned>(key.first >> (8 * number)) & (values - 1);
}

}  // namespace

void sort_by_first(std::vector<TermKey>& keys, std::vector<TermKey>& scratch) {
  std::array<std::array<std::uint32_t, values>, digits> places{};
  for (const TermKey& key : keys) {
    for (unsigned number = 0; number < digits; ++number) ++places[number][digit(key, number)];
  }
  scratch.resize(keys.size());
  for (unsigned number = 0; number < digits; ++number) {
    auto& next = places[number];
    if (std::find(next.begin(), next.end(), keys.size()) != next.end()) continue;  // all alike
    std::uint32_t place = 0;
    for (std::uint32_t& count : next) {
      const std::uint32_t begin = place;
      place += count;
      count = begin;
    }
    for (const TermKey& key : keys) scratch[next[digit(key, number)]++] = key;
    keys.swap(scratch);
  }
}

}  // namespace nsearch::indexer
