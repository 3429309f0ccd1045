// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace nsearch::glass {

/// The first document from `document` on whose bit is set; `none` where there is none.
inline std::uint32_t first_set(const std::vector<std::uint64_t>& bits, std::uint32_t document,
                               std::uint32_t none) {
  std::size_t block = document / 64;
  if (block >= bits.size()) return none;
  std::uint64_t rest = bits[block] & (~std::uint64_t{0} << document % 64);
  while (rest == 0) {
    if (++block == bits.size()) return none;
    rest = bits[block];
  }
  return static_cast<std::uint32_t>(block * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
}

}  // namespace nsearch::glass
