// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/line_wrap.h"

#include <catch2/catch.hpp>
#include <random>
#include <sstream>

using nsearch::indexer::unwrap_lines;

namespace {

/// Breaks each line of `text` greedily at `full` characters (ASCII only).
std::string wrap(const std::string& text, std::size_t full) {
  std::istringstream paragraphs(text);
  std::string wrapped;
  for (std::string paragraph; std::getline(paragraphs, paragraph);) {
    std::istringstream words(paragraph);
    std::string line;
    for (std::string word; words >> word;) {
      if (!line.empty() && line.size() + 1 + word.size() > full) {
        wrapped += line + "\n";
        line.clear();
      }
      line += (line.empty() ? "" : " ") + word;
    }
    wrapped += line + "\n";
  }
  wrapped.pop_back();
  return wrapped;
}

std::string paragraphs(std::mt19937& random) {
  std::string text;
  for (unsigned p = 0; p < 4; ++p) {
    if (p > 0) text += "\n\n";
    const auto words = 60 + random() % 60;
    for (unsigned w = 0; w < words; ++w) text += (w > 0 ? " " : "") + std::string(1 + random() % 10, 'a');
  }
  return text;
}

}  // namespace

TEST_CASE("hard-wrapped paragraphs are made whole again") {
  std::mt19937 random(3);
  for (int i = 0; i < 50; ++i) {
    const std::string text = paragraphs(random);
    CHECK(unwrap_lines(wrap(text, 72)) == text);
  }
}

TEST_CASE("width counts characters, not bytes") {
  const std::string word = "éééé";  // four of them fill a line of 19
  const std::string line = word + " " + word + " " + word + " " + word;
  CHECK(unwrap_lines(line + "\n" + line + "\n" + line + "\n" + line) ==
        line + " " + line + " " + line + " " + line);
}

TEST_CASE("line breaks that mean something stay") {
  const std::string long_paragraphs =
      std::string(150, 'a') + " b\n" + std::string(150, 'c') + " d\ne f\ng h\ni j";
  CHECK(unwrap_lines(long_paragraphs) == long_paragraphs);
  const std::string list =
      "a list of short lines\napples\npears\nplums\nand cherries from the market hall\nbread";
  CHECK(unwrap_lines(list) == list);
  const std::string two = "one line that is long\nanother such a line";
  CHECK(unwrap_lines(two) == two);
  CHECK(unwrap_lines("").empty());
}
