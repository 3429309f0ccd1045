// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/arena.h"
#include "analysis/word_forms.h"
#include "nsearch/analyzer.h"

namespace nsearch::analysis {

/// Writes tokens: copies the forms of words into the arena and counts positions.
class TokenWriter {
 public:
  void begin(std::vector<Token>& tokens, Arena& arena);

  /// A word (WordForms or CachedWord) and its compound parts.
  template <typename Word>
  void add_word(const Word& word, std::uint32_t begin, std::uint32_t end);

  void add_number(std::string_view value, std::uint32_t begin, std::uint32_t end);

  /// What hangs together begins and ends here: a group of one word is just that word.
  void begin_group() {
    group_first_ = tokens_->size();
    group_words_ = 0;
    group_capitals_ = true;
  }

  /// Connected words make one joined word more, at the first one's place: nothing where it would be too long,
  /// or as short a number as "2-1" makes.
  void join_words();
  /// The groups of a number make that number: 10 000,5 is 10000.5.
  void join_number();

  /// What ends after the last word or number.
  void mark_boundary(Boundary boundary) { (*tokens_)[last_].boundary = boundary; }

  bool empty() const { return position_ == 0; }
  std::uint32_t position() const { return position_; }
  std::uint32_t end() const { return (*tokens_)[last_].end; }
  /// WordFlag of the last word or number.
  std::uint16_t flags() const { return flags_; }

 private:
  Token& next_token(std::uint32_t begin, std::uint32_t end);
  void join_version();
  void insert_joined(std::string_view surface, std::string_view exact, bool capitals);

  std::vector<Token>* tokens_ = nullptr;
  Arena* arena_ = nullptr;
  std::size_t last_ = 0;         // index of the last word or number
  std::size_t group_first_ = 0;  // index of the group's first word
  std::size_t group_words_ = 0;
  bool group_capitals_ = true;  // every word's letters are capital
  std::uint32_t position_ = 0;
  std::uint16_t flags_ = 0;
};

inline Token& TokenWriter::next_token(std::uint32_t begin, std::uint32_t end) {
  Token& token = tokens_->emplace_back();
  token.begin = begin;
  token.end = end;
  token.position = position_;
  return token;
}

template <typename Word>
void TokenWriter::add_word(const Word& word, std::uint32_t begin, std::uint32_t end) {
  const auto& layout = word.layout;
  const char* const bytes = arena_->copy(word.bytes(), layout.size, word.readable());
  const auto view = [&](auto form) { return std::string_view(bytes + form.at, form.size); };
  ++position_;
  ++group_words_;
  last_ = tokens_->size();
  flags_ = layout.flags;
  group_capitals_ &= (flags_ & (word_capitals | word_one_capital | word_number)) != 0;
  Token& token = next_token(begin, end);
  token.exact = {bytes, layout.exact_size};
  token.surface = view(layout.surface);
  token.stem = view(layout.stem);
  token.kind = (layout.flags & word_number) != 0 ? TokenKind::number : TokenKind::word;
  token.stop_word = (layout.flags & word_stop) != 0;
  token.capitals = (layout.flags & word_capitals) != 0;
  for (std::size_t i = 0; i < layout.part_count; ++i) {
    const auto forms = word.part(i);
    Token& part = next_token(begin, end);
    part.exact = part.surface = view(forms.surface);
    part.stem = view(forms.stem);
    part.kind = TokenKind::compound_part;
  }
}

}  // namespace nsearch::analysis
