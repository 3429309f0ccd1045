// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace oracle {

/// The same numbers from the same seed, with every standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  unsigned below(std::size_t limit) { return static_cast<unsigned>(engine_() % limit); }
  bool one_in(unsigned chance) { return below(chance) == 0; }

  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace oracle
