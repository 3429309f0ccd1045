// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/cut_points.h"

#include <array>

namespace nsearch::searcher {

namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";
constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view narrow_no_break_space = "\u202F";

// What closes a sentence, and may follow its end within it.
constexpr std::array<std::string_view, 9> sentence_ends = {".", "!", "?", "…", "。", "！", "？", "؟", "।"};
constexpr std::array<std::string_view, 8> closing_marks = {"»", "”", "’", ")", "]", "\"", "'", "」"};

// Punctuation between two words beyond this is decoration (a line of asterisks): not shown.
constexpr std::size_t most_punctuation = 24;

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

template <typename Marks>
std::size_t length_of_one(std::string_view text, const Marks& marks) {
  for (const std::string_view mark : marks) {
    if (begins_with(text, mark)) return mark.size();
  }
  return 0;
}

/// The length of closing marks at the start of `gap`; a space before « » style marks belongs to them.
std::size_t closing_length(std::string_view gap) {
  std::size_t length = 0;
  while (length < gap.size()) {
    const std::string_view rest = gap.substr(length);
    std::size_t space = 0;
    for (const std::string_view one : {no_break_space, narrow_no_break_space, std::string_view(" ")}) {
      if (begins_with(rest, one)) space = one.size();
    }
    const std::size_t mark = space > 0
                                 ? (begins_with(rest.substr(space), "»") ? std::string_view("»").size() : 0)
                                 : length_of_one(rest, closing_marks);
    if (mark == 0) break;
    length += space + mark;
  }
  return length;
}

/// Where, in the gap after a sentence's last word, the sentence is over.
std::size_t sentence_end(std::string_view gap) {
  const std::size_t line_end = gap.find_first_of("\r\n");
  const std::string_view line = gap.substr(0, line_end);
  std::size_t over = 0;
  for (std::size_t i = 0; i < line.size() && i < most_punctuation;) {
    const std::size_t length = length_of_one(line.substr(i), sentence_ends);
    i += length > 0 ? length : 1;
    if (length > 0) over = i;
  }
  if (over > 0) return over + closing_length(line.substr(over));
  const std::size_t space = line.find_first_of(white_space);
  const std::size_t end = space == std::string_view::npos ? line.size() : space;
  return end <= most_punctuation ? end : 0;
}

std::string_view gap_after(std::string_view text, const std::vector<TextWord>& words, std::size_t word) {
  const std::size_t begin = words[word].end;
  const std::size_t end = word + 1 < words.size() ? words[word + 1].begin : text.size();
  return end > begin ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace

std::optional<std::size_t> cut_before(std::string_view text, const std::vector<TextWord>& words,
                                      std::size_t word) {
  const std::size_t begin = words[word].begin;
  const std::string_view gap = word == 0 ? text.substr(0, begin) : gap_after(text, words, word - 1);
  const std::size_t gap_begin = begin - gap.size();
  const bool after_sentence = word == 0 || words[word - 1].boundary != Boundary::none;
  if (after_sentence) {
    const std::size_t over = word == 0 ? 0 : sentence_end(gap);
    const std::size_t start = gap.find_first_not_of(white_space, over);
    const std::size_t found = start == std::string_view::npos ? begin : gap_begin + start;
    if (begin - found <= most_punctuation) return found;
  }
  const std::size_t space = gap.find_last_of(white_space);
  if (space != std::string_view::npos) return gap_begin + space + 1;
  // Scripts without spaces may be cut between any two words.
  if (gap.empty() || after_sentence) return begin;
  return std::nullopt;
}

std::optional<std::size_t> cut_after(std::string_view text, const std::vector<TextWord>& words,
                                     std::size_t word) {
  const std::size_t end = words[word].end;
  const std::string_view gap = gap_after(text, words, word);
  const bool last = word + 1 == words.size();
  if (last || words[word].boundary != Boundary::none) return end + sentence_end(gap);
  const std::size_t space = gap.find_first_of(white_space);
  if (space != std::string_view::npos) return space <= most_punctuation ? end + space : end;
  if (gap.empty()) return end;
  return std::nullopt;
}

}  // namespace nsearch::searcher
