// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/numbers.h"

#include <unicode/uchar.h>

#include <array>

#include "analysis/normalizer.h"
#include "analysis/utf8.h"

namespace nsearch::analysis {
namespace {

constexpr std::size_t max_groups = 32;
constexpr std::size_t max_spaced_groups = 4;

constexpr std::int32_t space = ' ';  // stands for all spaces that don't break a line

/// What stands between two digit runs, similar characters made one; 0: no separator of a number.
std::int32_t separator_kind(std::int32_t c, const CharacterClasses& classes) {
  switch (c) {
    case U'.':
    case U',':
      return c;
    case U'٫':  // Arabic decimal separator
      return '.';
    case U'٬':  // and its thousands separator
      return ',';
    case U'\u00A0':
    case U'\u2007':  // figure space
    case U'\u2009':  // thin space
    case U'\u200A':
    case U'\u202F':
      return space;
    default:
      return classes.of(c) == CharClass::apostrophe ? '\'' : 0;
  }
}

/// Digit runs and what stands between them.
class Chain {
 public:
  Chain(std::string_view text, const Run& first, Segmenter& segmenter) : text_(text) {
    groups_[0] = first;
    Run next;
    while (size_ < max_groups) {
      const std::uint32_t at = groups_[size_ - 1].next;
      if (at >= text.size()) break;
      const Decoded c = decode(text, at);
      const std::int32_t kind = separator_kind(c.value, segmenter.classes());
      if (kind == 0 || !segmenter.run_at(at + c.length, next) || !next.digits) break;
      separators_[size_] = kind;
      groups_[size_++] = next;
    }
  }

  std::size_t size() const { return size_; }
  std::uint32_t end() const { return groups_[size_ - 1].end; }

  /// Leaves out what follows the last space or apostrophe; false where there is none.
  bool shorten() {
    while (size_ > 1) {
      const std::int32_t kind = separators_[--size_];
      if (kind == space || kind == '\'') return true;
    }
    return false;
  }

  bool is_number() const { return size_ == 1 || is_grouped(size_) || is_decimal(); }

  std::string value() const {
    std::string digits;
    const bool decimal = size_ > 1 && !is_grouped(size_);
    for (std::size_t i = 0; i < size_; ++i) {
      if (decimal && i == size_ - 1) digits.push_back('.');
      digits.append(bytes(i));
    }
    std::string ascii;
    nfkc_casefold(digits, ascii);
    return ascii;
  }

 private:
  std::string_view bytes(std::size_t i) const {
    return text_.substr(groups_[i].begin, groups_[i].end - groups_[i].begin);
  }

  std::size_t digits(std::size_t i) const {
    std::size_t count = 0;
    for (const char c : bytes(i)) count += !is_continuation(c);
    return count;
  }

  std::int32_t first_digit() const { return u_charDigitValue(decode(text_, groups_[0].begin).value); }

  /// Whether the first `count` groups are one number grouped in thousands.
  bool is_grouped(std::size_t count) const {
    if (count < 2 || digits(0) > 3 || first_digit() == 0) return false;
    for (std::size_t i = 1; i < count; ++i)
      if (digits(i) != 3 || separators_[i] != separators_[1]) return false;
    return true;
  }

  bool is_decimal() const {
    const std::int32_t last = separators_[size_ - 1];
    if (last != '.' && last != ',') return false;
    if (size_ == 2) return !(last == ',' && is_day_and_year());
    return is_grouped(size_ - 1) && separators_[1] != last;
  }

  /// "Mar 13,2025": a space left out.
  bool is_day_and_year() const {
    const auto number = [&](std::size_t i) {
      int value = 0;
      for (const char c : bytes(i)) value = value * 10 + (c - '0');
      return value;
    };
    if (!groups_[0].ascii || !groups_[1].ascii) return false;
    return bytes(0).size() <= 2 && bytes(1).size() == 4 && number(0) >= 1 && number(0) <= 31 &&
           number(1) >= 1500 && number(1) <= 2099;
  }

  std::string_view text_;
  std::array<Run, max_groups> groups_;
  std::array<std::int32_t, max_groups> separators_{};  // before each group
  std::size_t size_ = 1;
};

bool is_group_of_three(const Run& run) {
  return run.digits && run.ascii && run.end - run.begin == 3;
}

}  // namespace

Number read_number(std::string_view text, const Run& first, Segmenter& segmenter) {
  Chain chain(text, first, segmenter);
  Number number;
  number.end = chain.end();
  bool shorter = true;
  while (!chain.is_number() && shorter) shorter = chain.shorten();
  if (!shorter) return number;
  number.found = true;
  number.end = chain.end();
  number.value = chain.value();
  return number;
}

std::size_t count_spaced_groups(std::string_view text, const Run& first, Segmenter& segmenter) {
  if (!first.ascii || !first.digits || first.end - first.begin > 3 || text[first.begin] == '0') return 1;
  std::size_t count = 1;
  Run last = first;
  Run next;
  while (last.next < text.size() && text[last.next] == ' ' && segmenter.run_at(last.next + 1, next) &&
         is_group_of_three(next)) {
    last = next;
    if (++count > max_spaced_groups) return 1;
  }
  return count;
}

}  // namespace nsearch::analysis
