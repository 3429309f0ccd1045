// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/token_writer.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "analysis/apostrophes.h"

namespace nsearch::analysis {
namespace {

constexpr std::size_t max_joined_words = 4;
constexpr std::size_t max_joined_bytes = 64;

// "2-1" is a score, "2025-03-13" and telephone numbers are worth finding whole; so are versions, "6.0.5",
// with their points, lest they be found as the number 605.
constexpr std::size_t min_joined_digits = 6;
constexpr std::size_t min_joined_numbers = 3;

bool is_main(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

/// Leaves decimal points and apostrophes out: GPT-3.5 is gpt35, as GPT3.5 is.
void append_letters(std::string_view text, std::string& out) {
  for (const char c : text)
    if (c != '.' && c != '\'') out.push_back(c);
}

}  // namespace

void TokenWriter::begin(std::vector<Token>& tokens, Arena& arena) {
  tokens_ = &tokens;
  arena_ = &arena;
  tokens.clear();
  arena.reset();
  last_ = group_first_ = group_words_ = 0;
  position_ = 0;
  flags_ = 0;
}

void TokenWriter::add_number(std::string_view value, std::uint32_t begin, std::uint32_t end) {
  ++position_;
  ++group_words_;
  last_ = tokens_->size();
  flags_ = word_number;
  Token& token = next_token(begin, end);
  token.surface = token.exact = value;
  token.kind = TokenKind::number;
}

void TokenWriter::join_words() {
  if (group_words_ < 2 || group_words_ > max_joined_words) return;
  std::string surface;
  std::string exact;
  for (std::size_t i = group_first_; i < tokens_->size(); ++i) {
    const Token& token = (*tokens_)[i];
    if (!is_main(token)) continue;
    if (surface.size() + token.surface.size() > max_joined_bytes) return;
    append_letters(token.surface, surface);
    append_letters(without_possessive(token.exact), exact);
  }
  const bool number = surface.find_first_not_of("0123456789") == surface.npos;
  if (number && surface.size() < min_joined_digits) return join_version();
  insert_joined(surface, exact, group_capitals_ && !number);
}

void TokenWriter::join_version() {
  if (group_words_ < min_joined_numbers) return;
  std::string version;
  for (std::size_t i = group_first_; i < tokens_->size(); ++i)
    version.append(version.empty() ? "" : ".").append((*tokens_)[i].surface);
  insert_joined(version, version, false);
}

void TokenWriter::join_number() {
  if (group_words_ < 2) return;
  std::string value;
  for (std::size_t i = group_first_; i < tokens_->size(); ++i) value.append((*tokens_)[i].surface);
  insert_joined(value, value, false);
}

void TokenWriter::insert_joined(std::string_view surface, std::string_view exact, bool capitals) {
  Token joined;
  joined.begin = (*tokens_)[group_first_].begin;
  joined.end = tokens_->back().end;
  joined.position = (*tokens_)[group_first_].position;
  joined.span = static_cast<std::uint16_t>(group_words_);
  joined.surface = {arena_->copy(surface.data(), surface.size()), surface.size()};
  joined.exact = exact == surface ? joined.surface
                                  : std::string_view(arena_->copy(exact.data(), exact.size()), exact.size());
  joined.kind = TokenKind::joined;
  joined.capitals = capitals;
  std::size_t at = group_first_ + 1;
  while ((*tokens_)[at].kind == TokenKind::compound_part) ++at;
  tokens_->insert(tokens_->begin() + static_cast<std::ptrdiff_t>(at), joined);
  ++last_;
}

}  // namespace nsearch::analysis
