// SPDX-License-Identifier: GPL-2.0-or-later
#include "document/date_text.h"

#include <algorithm>
#include <iterator>

namespace nsearch {
namespace {

bool is_hour_word(std::string_view word) {
  return word == "h" || word == "u" || word == "uur" || word == "uhr";
}

struct Half {
  std::string_view name;
  bool afternoon;
};

constexpr Half halves[] = {{"am", false}, {"a.m", false}, {"pm", true}, {"p.m", true}};

/// "am", "p.m." after a time: whether it is after noon.
std::optional<bool> take_half(DateText& text) {
  const std::string_view rest = text.rest();
  const std::size_t begin = std::min(rest.find_first_not_of(' '), rest.size());
  for (const Half& half : halves) {
    const std::size_t end = begin + half.name.size();
    if (rest.substr(begin, half.name.size()) != half.name) continue;
    if (end < rest.size() && DateText::is_letter(rest[end])) continue;
    text.skip(end);
    return half.afternoon;
  }
  return std::nullopt;
}

struct Minutes {
  int minute = 0;
  int second = 0;
};

Minutes take_minutes_after_colon(DateText& text) {
  Minutes minutes{text.take_two_digits(), 0};
  if (text.at(0) == ':' && DateText::is_digit(text.at(1))) {
    minutes.second = text.take_two_digits();
    if (text.at(0) == '.' && DateText::is_digit(text.at(1))) {
      text.skip(1);
      text.skip_digits();
    }
  }
  return minutes;
}

/// Whether "9.30" stands here after its hour, and no more figures than that.
bool at_dotted_minutes(const DateText& text) {
  return text.at(0) == '.' && DateText::is_digit(text.at(1)) && DateText::is_digit(text.at(2)) &&
         !DateText::is_digit(text.at(3)) && text.at(3) != '.';
}

/// "30" or " 30" after an hour's word.
bool at_minutes_after_word(const DateText& text, bool after_day) {
  if (DateText::is_digit(text.at(0))) return true;
  return after_day && text.at(0) == ' ' && DateText::is_digit(text.at(1)) && DateText::is_digit(text.at(2)) &&
         !DateText::is_digit(text.at(3));
}

std::optional<Minutes> take_minutes(DateText& text, bool after_day) {
  if (text.at(0) == ':' && DateText::is_digit(text.at(1))) return take_minutes_after_colon(text);
  if (at_dotted_minutes(text)) {
    const Minutes minutes{text.take_two_digits(), 0};
    return after_day || is_hour_word(text.next_word()) ? std::optional(minutes) : std::nullopt;
  }
  const std::string_view word = text.next_word();
  if (is_hour_word(word)) {
    text.take_next_word();
    return Minutes{at_minutes_after_word(text, after_day) ? text.take_two_digits() : 0, 0};
  }
  return after_day && (word == "am" || word == "pm") ? std::optional(Minutes{}) : std::nullopt;
}

}  // namespace

void DateText::go_past(char c) {
  const std::size_t found = text_.find(c, here_);
  here_ = found == text_.npos ? text_.size() : found + 1;
}

std::string_view DateText::take_while(bool (*belongs)(char)) {
  const std::size_t begin = here_;
  while (here_ < text_.size() && belongs(text_[here_])) ++here_;
  return text_.substr(begin, here_ - begin);
}

std::optional<int> DateText::take_number(std::size_t most) {
  const std::size_t begin = here_;
  const std::string_view digits = take_while(is_digit);
  if (digits.empty() || digits.size() > most) {
    here_ = begin;
    return std::nullopt;
  }
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

int DateText::take_two_digits() {
  if (!is_digit(at(0))) ++here_;
  const std::size_t begin = here_;
  const std::optional<int> number = take_number(2);
  require(number && here_ - begin == 2);
  return number.value_or(0);
}

std::string_view DateText::next_word() const {
  const std::size_t begin = std::min(text_.find_first_not_of(' ', here_), text_.size());
  std::size_t end = begin;
  while (end < text_.size() && is_letter(text_[end])) ++end;
  return text_.substr(begin, end - begin);
}

void DateText::take_next_word() {
  while (at(0) == ' ') ++here_;
  take_word();
}

std::optional<int> take_time(DateText& text, bool after_day) {
  const std::size_t begin = text.here();
  std::optional<int> hour = text.take_number(2);
  const std::optional<Minutes> minutes = hour ? take_minutes(text, after_day) : std::nullopt;
  if (!minutes) {
    text.go_to(begin);
    return std::nullopt;
  }
  // Past twelve it says nothing new: "13:30 pm", and German "13:30 am 2. März".
  if (const std::optional<bool> afternoon = take_half(text); afternoon && *hour <= 12)
    hour = *hour % 12 + (*afternoon ? 12 : 0);
  text.require(*hour < 24 && minutes->minute < 60 && minutes->second < 60);
  if (is_hour_word(text.next_word())) text.take_next_word();
  return (*hour * 60 + minutes->minute) * 60 + minutes->second;
}

int take_offset(DateText& text) {
  const char sign = text.at(0);
  text.require(sign == '+' || sign == '-');
  text.skip(1);
  const std::size_t begin = text.here();
  const int number = text.take_number(4).value_or(-1);
  const bool joined = text.here() - begin > 2;
  const int hours = joined ? number / 100 : number;
  int minutes = joined ? number % 100 : 0;
  if (!joined && text.at(0) == ':' && DateText::is_digit(text.at(1))) minutes = text.take_two_digits();
  text.require(number >= 0 && hours < 24 && minutes < 60);
  const int offset = hours * 3600 + minutes * 60;
  return sign == '-' ? -offset : offset;
}

}  // namespace nsearch
