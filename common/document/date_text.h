// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nsearch {

/// A folded text that is read from the left as part of a date. What doesn't fit leaves it failed.
class DateText {
 public:
  explicit DateText(std::string_view text) : text_(text) {}

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  /// ASCII letters, and whatever is not ASCII: no such character is in a date once accents are folded.
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

  bool ok() const { return ok_; }
  /// Fails unless `fits`.
  void require(bool fits) { ok_ = ok_ && fits; }

  std::size_t here() const { return here_; }
  void go_to(std::size_t place) { here_ = place; }
  void go_past(char c);
  void go_to_end() { here_ = text_.size(); }
  bool at_end() const { return here_ >= text_.size(); }
  /// The character so far ahead; NUL beyond the end.
  char at(std::size_t ahead) const { return here_ + ahead < text_.size() ? text_[here_ + ahead] : '\0'; }
  void skip(std::size_t count) { here_ += count; }
  std::string_view rest() const { return text_.substr(here_); }

  std::string_view take_word() { return take_while(is_letter); }
  /// A number of up to `most` digits (4 at most); nothing, and none is taken, where there is none or a longer one.
  std::optional<int> take_number(std::size_t most);
  /// Two digits, past one other character if it stands before them.
  int take_two_digits();
  void skip_digits() { take_while(is_digit); }

  /// The word that follows spaces, without taking it.
  std::string_view next_word() const;
  void take_next_word();

 private:
  std::string_view take_while(bool (*belongs)(char));

  std::string_view text_;
  std::size_t here_ = 0;
  bool ok_ = true;
};

/// Reads "09:30:15.5", "9h30", "9 u", "9.30 uhr", "9 am": seconds of the day. Nothing, and nothing is taken, where no time stands.
/// `after_day`: a day was named before, so that figures alone ("9.30") may be a time.
std::optional<int> take_time(DateText& text, bool after_day);

/// Reads "+0100", "+01:00", "-5": seconds east of Greenwich.
int take_offset(DateText& text);

}  // namespace nsearch
