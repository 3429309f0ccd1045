// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace nsearch::test {

/// Texts that look for trouble: letters of many scripts, marks, apostrophes, hyphens, digits and their
/// separators, invisible characters; with `malformed`, stray bytes too. The same seed makes the same texts.
class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : random_(seed) {}

  std::string text(std::size_t pieces, bool malformed);
  std::string word();

 private:
  std::uint32_t below(std::uint32_t limit) { return random_() % limit; }
  std::int32_t character();
  std::string piece(bool malformed);

  std::mt19937 random_;
};

}  // namespace nsearch::test
