// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nsearch::analysis {

/// The text of common/analysis/data/NAME.txt, compiled in; empty where there is no such file.
std::string_view word_list(std::string_view name);

/// Calls `use(word)` for each word of `text`, words being separated by white space.
template <typename Use>
void for_each_word(std::string_view text, Use use) {
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (std::size_t end = 0;;) {
    std::size_t begin = end;
    while (begin < text.size() && is_blank(text[begin])) ++begin;
    if (begin == text.size()) return;
    end = begin;
    while (end < text.size() && !is_blank(text[end])) ++end;
    use(text.substr(begin, end - begin));
  }
}

/// Calls `use(line)` for each line that is neither empty nor a comment (#).
template <typename Use>
void for_each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (!line.empty() && line.front() != '#') use(line);
    if (end == text.npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace nsearch::analysis
