// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/stretches.h"

#include <array>
#include <cstdint>

#include "byte_scan.h"

namespace nsearch::detection {
namespace {

constexpr char32_t kLeftGuillemet = 0xAB;
constexpr char32_t kRightGuillemet = 0xBB;
constexpr char32_t kLeftSingle = 0x2018;
constexpr char32_t kRightSingle = 0x2019;
constexpr char32_t kRightDouble = 0x201D;
constexpr char32_t kEllipsis = 0x2026;

// The bytes at which a mark that matters may begin; everything else is skipped over.
constexpr std::array kStopBytes = {'\n', '.', '!', '?', '"', '\'', '\xC2', '\xE2'};
struct Mark {
  char32_t code = 0;  // 0: none that matters
  std::size_t length = 1;
};

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0;
}

Mark mark_at(std::string_view text, std::size_t at) {
  const std::uint8_t first = byte_at(text, at);
  if (first == 0xC2) {
    const std::uint8_t second = byte_at(text, at + 1);
    return second == 0xAB || second == 0xBB ? Mark{second, 2} : Mark{};
  }
  if (first != 0xE2) return {first, 1};
  if (byte_at(text, at + 1) != 0x80) return {};
  const char32_t code = 0x2000U + (byte_at(text, at + 2) & 0x3FU);
  const bool matters = (code >= kLeftSingle && code <= 0x201F) || code == kEllipsis;
  return matters ? Mark{code, 3} : Mark{};
}

// The length of the space at `at`, no-break and thin spaces included; 0: none there.
std::size_t space_at(std::string_view text, std::size_t at) {
  const std::uint8_t c = byte_at(text, at);
  if (c == ' ' || c == '\t' || c == '\r' || c == '\n') return 1;
  if (c == 0xC2 && byte_at(text, at + 1) == 0xA0) return 2;
  const bool thin = c == 0xE2 && byte_at(text, at + 1) == 0x80 &&
                    (byte_at(text, at + 2) == 0xAF || byte_at(text, at + 2) == 0x89);
  return thin ? 3 : 0;
}

bool space_before(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char c = text[at - 1];
  if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '(' || c == '[') return true;
  return (at >= 2 && space_at(text, at - 2) == 2) || (at >= 3 && space_at(text, at - 3) == 3);
}

bool letter_at(std::string_view text, std::size_t at) {
  const std::uint8_t c = byte_at(text, at);
  return is_ascii_letter(static_cast<char>(c)) || (c >= 0xC3 && c != 0xE2);
}

bool is_single(char32_t mark) {
  return mark == '\'' || mark == kLeftSingle || mark == kRightSingle;
}

bool is_quotation_mark(char32_t mark) {
  return mark == '"' || mark == '\'' || mark == kLeftGuillemet || mark == kRightGuillemet ||
         (mark >= kLeftSingle && mark <= 0x201F);
}

// «French», »German«, „German“ and ”Swedish”: the same marks open and close, so that the space decides, and
// the mark itself where there is space on both sides.
bool is_opening(std::string_view text, std::size_t at, Mark mark) {
  if (!space_before(text, at)) return false;
  const std::size_t after = at + mark.length;
  if (is_single(mark.code))  // not the Dutch 's, 't, 'n
    return letter_at(text, after) && letter_at(text, after + 1);
  if (after < text.size() && space_at(text, after) == 0) return true;
  return mark.code != kRightGuillemet && mark.code != kRightDouble && mark.code != '"';
}

}  // namespace

// Takes what closes a sentence or quotation at `at` (further marks, brackets, space) into the stretch.
void StretchCutter::finish(std::size_t at, Stretch& stretch) {
  while (at < text_.size()) {
    const Mark mark = mark_at(text_, at);
    const bool closing_mark = is_quotation_mark(mark.code) && !is_opening(text_, at, mark);
    const bool punctuation =
        mark.length == 1 && mark.code != 0 &&
        std::string_view(".,;:!?)]").find(static_cast<char>(mark.code)) != std::string_view::npos;
    if (!closing_mark && !punctuation && mark.code != kEllipsis) break;
    if (closing_mark) stretch.closes_quotation = true;
    at += mark.length;
  }
  // A quotation mark after a space still closes: "tekst. »".
  for (std::size_t space = 0; (space = space_at(text_, at)) != 0; at += space)
    if (text_[at] == '\n') stretch.ends_paragraph = true;
  const Mark mark = mark_at(text_, at);
  if (mark.code == kRightGuillemet && !stretch.ends_paragraph && !is_opening(text_, at, mark)) {
    stretch.closes_quotation = true;
    finish(at + mark.length, stretch);
    return;
  }
  if (at >= text_.size()) stretch.ends_paragraph = true;
  at_ = stretch.end = at;
}

bool StretchCutter::ends_sentence(std::size_t at) const {
  std::size_t after = at + 1;
  while (after < text_.size() && std::string_view(".!?)]\"'").find(text_[after]) != std::string_view::npos)
    ++after;
  const std::size_t space = space_at(text_, after);
  if (space == 0) {
    const char32_t mark = after < text_.size() ? mark_at(text_, after).code : '\n';
    return mark == '\n' || (is_quotation_mark(mark) && mark != '\'') || mark == kEllipsis;
  }
  if (text_[at] != '.') return true;
  const std::uint8_t next = byte_at(text_, after + space);
  if (next >= 'a' && next <= 'z') return false;
  const bool initial = at >= 1 && is_ascii_letter(text_[at - 1]) && (at < 2 || !letter_at(text_, at - 2));
  return !initial;
}

// Whether the stretch ends at or before the mark.
bool StretchCutter::cuts_at_mark(std::size_t at, std::size_t length, char32_t mark, Stretch& stretch) {
  if (mark == '\n' || mark == '!' || mark == '?' || mark == '.' || mark == kEllipsis) {
    if (mark != '\n' && mark != kEllipsis && !ends_sentence(at)) return false;
    if (mark == kEllipsis && space_at(text_, at + length) == 0) return false;
    finish(mark == '\n' ? at : at + length, stretch);
    return true;
  }
  if (is_opening(text_, at, {mark, length})) {
    if (is_single(mark)) in_single_quotes_ = true;
    if (at == stretch.begin) {
      stretch.opens_quotation = true;
      return false;
    }
    at_ = stretch.end = at;
    return true;
  }
  if (is_single(mark)) {
    if (!in_single_quotes_ || letter_at(text_, at + length)) return false;
    in_single_quotes_ = false;
  }
  stretch.closes_quotation = true;
  finish(at + length, stretch);
  return true;
}

bool StretchCutter::next(Stretch& stretch) {
  if (at_ >= text_.size()) return false;
  stretch = {at_, text_.size(), false, false, false};
  for (std::size_t at = find_any(text_, at_, kStopBytes); at < text_.size();
       at = find_any(text_, at, kStopBytes)) {
    const Mark mark = mark_at(text_, at);
    const bool matters = mark.code == '\n' || mark.code == '.' || mark.code == '!' || mark.code == '?' ||
                         mark.code == kEllipsis || is_quotation_mark(mark.code);
    if (matters && cuts_at_mark(at, mark.length, mark.code, stretch)) {
      if (stretch.ends_paragraph) in_single_quotes_ = false;
      return true;
    }
    at += mark.length;
  }
  stretch.ends_paragraph = true;
  at_ = text_.size();
  return true;
}

}  // namespace nsearch::detection
