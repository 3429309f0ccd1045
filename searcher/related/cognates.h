// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nsearch::searcher {

/// A word prepared for being compared with others: its letters as classes of those that languages exchange for one another
/// (c, k, q; i, j, y; s, z; v, w; ph and f; th and t). Words of other scripts than the Latin one have none.
std::string letter_classes(std::string_view surface);

/// How alike two words are written: the longest common subsequence of their letter classes by the length of the longer
/// one, 0 to 1. Melamed's longest common subsequence ratio (I. Dan Melamed, "Bitext Maps and Alignment via Pattern
/// Recognition", Computational Linguistics 25, 1999). In time of the second one's length.
class WordShape {
 public:
  /// `classes` as letter_classes() gives them; what is beyond 64 is not compared.
  explicit WordShape(std::string classes);
  double likeness(std::string_view classes) const;
  char initial() const { return classes_.empty() ? '\0' : classes_.front(); }
  std::size_t length() const { return classes_.size(); }

 private:
  std::string classes_;
  std::array<std::uint64_t, 26> places_{};  ///< of each letter
};

/// Words with fewer letters are akin by chance too often.
inline constexpr std::size_t least_cognate_letters = 5;

}  // namespace nsearch::searcher
