// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nsearch::analysis {

/// The text of common/analysis/data/NAME.txt, compiled in; empty where there is no such file.
std::string_view word_list(std::string_view name);

/// Calls `use(word)` for each word of `text`, words being separated by white space.
template <typename Use>
void for_each_word(std::string_view text, Use use) {
  constexpr std::string_view blanks = " \t\r\n";
  for (std::size_t begin = text.find_first_not_of(blanks); begin != text.npos;) {
    std::size_t end = text.find_first_of(blanks, begin);
    if (end == text.npos) end = text.size();
    use(text.substr(begin, end - begin));
    begin = text.find_first_not_of(blanks, end);
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
