// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Copying and comparing few bytes, as keys, terms and postings are: nearly always so few that a call would cost
/// more than the work.
namespace nsearch {

/// Copies one to two whole numbers' worth of bytes: the first and the last, which may overlap.
template <typename Number>
void copy_ends(char* to, const char* from, std::size_t size) {
  Number first, last;
  std::memcpy(&first, from, sizeof first);
  std::memcpy(&last, from + size - sizeof last, sizeof last);
  std::memcpy(to, &first, sizeof first);
  std::memcpy(to + size - sizeof last, &last, sizeof last);
}

/// Copies bytes; returns what is behind the copy.
inline char* copy_few(char* to, const char* from, std::size_t size) {
  if (size > 16) {
    std::memcpy(to, from, size);
  } else if (size >= 8) {
    copy_ends<std::uint64_t>(to, from, size);
  } else if (size >= 4) {
    copy_ends<std::uint32_t>(to, from, size);
  } else {
    for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
  }
  return to + size;
}

/// Whether the two views hold the same bytes.
inline bool equal_few(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  if (a.data() == b.data()) return true;
  const auto ends_equal = [&](auto number) {
    decltype(number) first_a, first_b, last_a, last_b;
    const std::size_t last = a.size() - sizeof number;
    std::memcpy(&first_a, a.data(), sizeof number);
    std::memcpy(&first_b, b.data(), sizeof number);
    std::memcpy(&last_a, a.data() + last, sizeof number);
    std::memcpy(&last_b, b.data() + last, sizeof number);
    return first_a == first_b && last_a == last_b;
  };
  if (a.size() > 16) return std::memcmp(a.data(), b.data(), a.size()) == 0;
  if (a.size() >= 8) return ends_equal(std::uint64_t{});
  if (a.size() >= 4) return ends_equal(std::uint32_t{});
  return std::equal(a.begin(), a.end(), b.begin());
}

/// With how many equal bytes both begin.
inline std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t size = 0;
  if constexpr (std::endian::native == std::endian::little) {
    for (; size + 8 <= most; size += 8) {
      std::uint64_t x, y;
      std::memcpy(&x, a.data() + size, sizeof x);
      std::memcpy(&y, b.data() + size, sizeof y);
      if (x != y) return size + static_cast<std::size_t>(std::countr_zero(x ^ y)) / 8;
    }
  }
  while (size < most && a[size] == b[size]) ++size;
  return size;
}

}  // namespace nsearch
