// SPDX-License-Identifier: GPL-2.0-or-later
//
// One file a language, golden/CODE.txt, written by hand: words of a line share a stem, words of different
// lines don't.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "analysis/word_list.h"
#include "nsearch/language.h"
#include "paths.h"
#include "show.h"

namespace nsearch {
namespace {

void check(const std::filesystem::path& file, const std::string& language) {
  std::ifstream stream(file);
  const std::string lines{std::istreambuf_iterator<char>(stream), {}};
  std::map<std::string, std::string> seen;  // stem and the first word of its line
  analysis::for_each_line(lines, [&](std::string_view line) {
    std::string first;
    std::string stem;
    analysis::for_each_word(line, [&](std::string_view word) {
      const std::string found = test::show_stems(word, language);
      INFO(language << ": " << word << " has the stem " << found);
      if (first.empty()) {
        first = word;
        stem = found;
        CHECK(seen.emplace(stem, first).second);
      }
      CHECK(found == stem);
    });
  });
  CHECK(seen.size() >= 4);
}

TEST_CASE("golden stems") {
  std::size_t files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(NSEARCH_SOURCE_DIR "/tests/unit/analysis/golden")) {
    const std::string language = entry.path().stem().string();
    const auto& all = languages();
    REQUIRE(std::any_of(all.begin(), all.end(), [&](const auto& known) { return known.code == language; }));
    check(entry.path(), language);
    ++files;
  }
  CHECK(files >= 6);
}

}  // namespace
}  // namespace nsearch
