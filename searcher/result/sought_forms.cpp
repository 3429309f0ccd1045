// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/sought_forms.h"

#include <algorithm>

#include "analysis/fold.h"

namespace nsearch::searcher {

namespace {

// Words longer than this may be cut by the analysis.
constexpr std::size_t longest_sure = 32;

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct LettersAndDigits {
  bool is[256] = {};
  constexpr LettersAndDigits() {
    for (int c = '0'; c <= '9'; ++c) is[c] = true;
    for (int c = 'a'; c <= 'z'; ++c) is[c] = is[c - 'a' + 'A'] = true;
  }
};
constexpr LettersAndDigits letters_and_digits;

bool is_letter_or_digit(char c) {
  return letters_and_digits.is[static_cast<unsigned char>(c)];
}

unsigned char lower(char c) {
  return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/// Whether a word may go on after a run of letters and digits that `after` follows: joined with the next one, with
/// another group of a number's digits, or by letters that are not ASCII.
bool may_go_on(std::string_view run, std::string_view after) {
  if (after.empty()) return false;
  if (!is_ascii(after.front())) return true;
  if (after.front() == ' ') return is_digit(run.back());
  return std::string_view("'`.-_&,").find(after.front()) != std::string_view::npos;
}

bool equal_but_case(std::string_view lower_case, std::string_view text) {
  return std::equal(lower_case.begin(), lower_case.end(), text.begin(), text.end(),
                    [](char a, char b) { return static_cast<unsigned char>(a) == lower(b); });
}

std::size_t character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
  return length;
}

/// General punctuation and the no-break space, which no word begins with.
bool is_common_punctuation(std::string_view character) {
  return character == "\u00A0" || character == "«" || character == "»" ||
         character.substr(0, 2) == "\xE2\x80";
}

/// U+00C0 to U+024F but for the two signs.
bool is_latin_letter(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  return character.size() == 2 && lead >= 0xC3 && lead <= 0xC9 && character != "×" && character != "÷";
}

/// U+0300 to U+036F.
bool is_mark(std::string_view character) {
  return character.size() == 2 && character >= "\xCC\x80" && character <= "\xCD\xAF";
}

}  // namespace

void SoughtForms::add(std::string_view text, bool beginning) {
  if (text.empty()) return;
  forms_.push_back({std::string(text), beginning});
  begins_with_[static_cast<unsigned char>(text.front())] = true;
  foreign_ |= !is_ascii(text.front());
}

bool SoughtForms::may_be(std::string_view run, std::string_view after) const {
  if (is_digit(run.front()) || run.size() > longest_sure) return true;
  const bool goes_on = may_go_on(run, after);
  return std::any_of(forms_.begin(), forms_.end(), [&](const Form& form) {
    const std::size_t common = std::min(form.text.size(), run.size());
    if (!equal_but_case(std::string_view(form.text).substr(0, common), run.substr(0, common))) return false;
    return form.beginning ? goes_on || run.size() >= form.text.size()
                          : run.size() == form.text.size() || (goes_on && run.size() < form.text.size());
  });
}

bool SoughtForms::may_begin_with(std::string_view character) const {
  if (is_common_punctuation(character)) return false;
  const std::string folded = fold(character);
  if (folded.empty() || character_length(folded) < folded.size()) return true;  // "œ"; "ŉ" becomes ʼn
  return is_ascii(folded.front()) ? begins_with_[static_cast<unsigned char>(folded.front())] : foreign_;
}

bool SoughtForms::may_be_in(std::string_view text) const {
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_ascii(text[at])) {
      at += character_length(text.substr(at));
      const std::string_view character = text.substr(begin, at - begin);
      const bool latin = is_latin_letter(character), mark = is_mark(character);
      if (!(latin && in_word) && !mark && may_begin_with(character)) return true;
      in_word = latin || (in_word && mark);
    } else if (!is_letter_or_digit(text[at])) {
      ++at;
      in_word = false;
    } else {
      while (at < text.size() && is_letter_or_digit(text[at])) ++at;
      if (!in_word && begins_with_[lower(text[begin])] &&
          may_be(text.substr(begin, at - begin), text.substr(at)))
        return true;
      in_word = true;
    }
  }
  return false;
}

}  // namespace nsearch::searcher
