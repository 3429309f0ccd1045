// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace nsearch::analysis {

/// What is known about a word from its bytes alone.
enum WordFlag : std::uint16_t {
  word_number = 1,         ///< decimal digits only
  word_stop = 2,           ///< a stop word
  word_capitals = 4,       ///< two or more letters, all capital
  word_one_capital = 8,    ///< one letter, capital, and nothing else
  word_abbreviation = 16,  ///< an abbreviation that is written before a name or a number
  word_german_month = 32   ///< what follows an ordinal number in German: "13. März"
};

inline constexpr std::size_t max_compound_parts = 4;

/// Where a word's forms lie in one stretch of bytes, so that a token takes all of them in one copy. The
/// stretch begins with the exact form; forms that are a part of what is there already take no bytes of their
/// own.
template <typename Index>
struct WordLayout {
  struct Form {
    Index at = 0;
    Index size = 0;
  };
  struct Part {
    Form surface;
    Form stem;
  };

  Form surface;
  Form stem;
  Index exact_size = 0;
  Index size = 0;  ///< of all forms together; 0: the word has no visible letter and makes no token
  std::uint16_t flags = 0;
  std::uint8_t part_count = 0;
};

/// A word's forms and the bytes that they lie in.
struct WordForms {
  using Layout = WordLayout<std::uint32_t>;

  Layout layout;
  std::string text;
  std::array<Layout::Part, max_compound_parts> parts;

  const char* bytes() const { return text.data(); }
  std::size_t readable() const { return text.size(); }
  Layout::Part part(std::size_t i) const { return parts[i]; }
};

}  // namespace nsearch::analysis
