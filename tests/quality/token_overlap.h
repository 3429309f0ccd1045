// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace nsearch::quality {

/// How far two texts have the same words, each as often as the other, in whatever order.
struct TokenOverlap {
  std::size_t expected = 0;
  std::size_t found = 0;
  std::size_t common = 0;

  double precision() const;
  double recall() const;
  double f1() const;  ///< 1 where both are empty
};

/// Words are runs of letters, marks and digits, without regard to case; an ideograph, hiragana or katakana is a word by itself.
TokenOverlap token_overlap(std::string_view expected, std::string_view found);

}  // namespace nsearch::quality
