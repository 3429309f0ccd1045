// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/token_scanner.h"

#include <unicode/utf8.h>

namespace nsearch::detection {
namespace {

bool is_letter(CharInfo info) {
  return info.kind == CharClass::small || info.kind == CharClass::capital;
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U':' || c == U'\n' || c == 0x2026 || c == 0xAB ||
         c == 0x201C || c == 0x201E || c == U'"';
}

char32_t decode(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  auto i = static_cast<std::int64_t>(at);
  U8_NEXT(text.data(), i, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  return c < 0 ? 0xFFFD : static_cast<char32_t>(c);
}

void append(Token& token, Letter letter) {
  if (token.size < Token::kMaxLetters) token.letters[token.size++] = letter;
}

}  // namespace

char32_t TokenScanner::read() {
  return decode(text_, at_);
}

bool TokenScanner::single_letter_follows() const {
  std::size_t at = at_;
  if (at >= text_.size() || !is_letter(classify(decode(text_, at)))) return false;
  return at >= text_.size() || !is_letter(classify(decode(text_, at)));
}

void TokenScanner::skip_word_with_digits() {
  while (at_ < text_.size()) {
    const std::size_t before = at_;
    const CharInfo info = classify(read());
    if (info.kind == CharClass::other || info.kind == CharClass::apostrophe) {
      at_ = before;
      return;
    }
  }
}

bool TokenScanner::skip_to_word(Token& token) {
  while (at_ < text_.size()) {
    const char32_t c = read();
    const CharInfo info = classify(c);
    if (is_letter(info) || (info.kind == CharClass::apostrophe && single_letter_follows())) {
      token.capitalised = info.kind == CharClass::capital;
      token.sentence_start = sentence_start_;
      sentence_start_ = false;
      append(token, info.letter);
      return true;
    }
    if (info.kind == CharClass::digit) skip_word_with_digits();
    if (info.kind == CharClass::other_script) ++other_script_;
    if (ends_sentence(c) || info.kind == CharClass::apostrophe) sentence_start_ = true;
  }
  return false;
}

bool TokenScanner::next(Token& token) {
  for (;;) {
    token.size = 0;
    if (!skip_to_word(token)) return false;
    bool dropped = false;
    while (at_ < text_.size()) {
      const std::size_t before = at_;
      const char32_t c = read();
      const CharInfo info = classify(c);
      if (info.kind == CharClass::mark) {
        token.letters[token.size - 1] = compose(token.letters[token.size - 1], c);
      } else if (is_letter(info)) {
        append(token, info.letter);
      } else if (info.kind == CharClass::apostrophe && at_ < text_.size()) {
        std::size_t after = at_;
        if (is_letter(classify(decode(text_, after)))) append(token, kApostrophe);
        break;
      } else if (info.kind == CharClass::digit || info.kind == CharClass::other_script) {
        skip_word_with_digits();
        dropped = true;
        break;
      } else {
        at_ = before;
        break;
      }
    }
    latin_ += token.size;
    if (!dropped) return true;
  }
}

}  // namespace nsearch::detection
