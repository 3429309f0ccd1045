// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstdint>

namespace nsearch {

/// How many bits are set. Processors that every amd64 program must run on have no instruction for that, and std::popcount is a call
/// there, which costs more than the counting: sums of 2, 4 and 8 bits side by side, then of the bytes.
inline unsigned count_bits(std::uint64_t bits) {
#if !defined(__x86_64__) || defined(__POPCNT__)
  return static_cast<unsigned>(std::popcount(bits));
#else
  bits -= bits >> 1 & 0x5555555555555555u;
  bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
  return static_cast<unsigned>(bits * 0x0101010101010101u >> 56);
#endif
}

}  // namespace nsearch
