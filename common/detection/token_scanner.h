// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "detection/letters.h"

namespace nsearch::detection {

/// A word as the evidence sees it.
struct Token {
  static constexpr std::size_t kMaxLetters = 32;

  std::array<Letter, kMaxLetters> letters;
  std::uint8_t size = 0;        ///< longer words are cut
  bool capitalised = false;     ///< its first letter is a capital: perhaps a name
  bool sentence_start = false;  ///< nothing but digits and punctuation that ends a sentence before it

  std::span<const Letter> view() const { return {letters.data(), size}; }
};

/// Cuts a text into tokens for the evidence (the analysis chain has its own, finer segmentation).
/// An apostrophe inside a word ends a token and belongs to it: "l'", "effet"; "don'", "t". Before a single
/// letter it begins one: "'n", "'s". Words that touch a digit are left out. Malformed UTF-8 ends a word. Not
/// thread-safe; the text must outlive the scanner.
class TokenScanner {
 public:
  explicit TokenScanner(std::string_view utf8) : text_(utf8) {}

  /// The next token; false at the end of the text.
  bool next(Token& token);

  /// Letters met so far that are not Latin, and those that are.
  std::size_t other_script_letters() const { return other_script_; }
  std::size_t latin_letters() const { return latin_; }

 private:
  char32_t read();
  void begin(Token& token);
  bool skip_to_word(Token& token);
  bool single_letter_follows() const;
  void skip_word_with_digits();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t latin_ = 0;
  std::size_t other_script_ = 0;
  bool sentence_start_ = true;
};

}  // namespace nsearch::detection
