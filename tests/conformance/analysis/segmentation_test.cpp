// SPDX-License-Identifier: GPL-2.0-or-later
//
// The segmenter beside ICU's word break iterator: every run lies within a word of ICU's, and ICU's words end
// no run that the segmenter lets go on, but for the deviations that CharClass lists.
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "analysis/segmenter.h"
#include "random_text.h"

namespace nsearch::analysis {
namespace {

std::set<std::uint32_t> icu_boundaries(const std::string& text) {
  std::set<std::uint32_t> found;
  UErrorCode status = U_ZERO_ERROR;
  UText* view = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  UBreakIterator* words = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
  ubrk_setUText(words, view, &status);
  REQUIRE(U_SUCCESS(status));
  for (std::int32_t at = ubrk_first(words); at != UBRK_DONE; at = ubrk_next(words))
    found.insert(static_cast<std::uint32_t>(at));
  ubrk_close(words);
  utext_close(view);
  return found;
}

bool has_deviation(std::int32_t c) {
  return c == 0x200B || (c >= 0x2080 && c <= 0x2089) || c == '"' || c == 0x5F4;
}

/// Texts without the characters in which the segmenter deviates, nor scripts that need a dictionary.
bool is_plain(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (has_deviation(next.value) || character_class(next.value) == CharClass::dictionary) return false;
    at += next.length;
  }
  return true;
}

TEST_CASE("a run begins and ends where ICU has a boundary, or at a connector") {
  test::RandomText random(11);
  std::size_t compared = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random.text(4, false);
    if (!is_plain(text)) continue;
    const std::set<std::uint32_t> boundaries = icu_boundaries(text);
    Segmenter segmenter;
    segmenter.set_text(text);
    Run run;
    INFO(text);
    for (std::uint32_t at = 0; segmenter.find(at, run); at = run.next) {
      ++compared;
      const auto inside = boundaries.upper_bound(run.begin);
      REQUIRE((inside == boundaries.end() || *inside >= run.end));  // no boundary within the run
      const auto ends = [&](std::uint32_t offset) {
        const CharClass c = segmenter.classes().at(text, offset);
        return offset == text.size() || boundaries.contains(offset) || !continues_word(c);
      };
      REQUIRE(ends(run.next));
    }
  }
  CHECK(compared > 5000);
}

TEST_CASE("dictionary words are ICU's") {
  const std::string text = "人工智能公司发布了新模型，東京で会議が開かれた。ภาษาไทยไม่มีช่องว่าง カタカナ";
  const std::set<std::uint32_t> boundaries = icu_boundaries(text);
  Segmenter segmenter;
  segmenter.set_text(text);
  Run run;
  std::size_t words = 0;
  for (std::uint32_t at = 0; segmenter.find(at, run); at = run.next) {
    ++words;
    CHECK(boundaries.contains(run.begin));
    CHECK(boundaries.contains(run.end));
  }
  CHECK(words > 12);
}

TEST_CASE("composed and decomposed kana are cut alike") {
  const auto count = [](const std::string& text) {
    Segmenter segmenter;
    segmenter.set_text(text);
    Run run;
    std::size_t words = 0;
    for (std::uint32_t at = 0; segmenter.find(at, run); at = run.next) ++words;
    return words;
  };
  CHECK(count("東京で会議が開かれた") == count("東京て\u3099会議か\u3099開かれた"));
}

TEST_CASE("a run of any length is cut in windows") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "人工智能公司";
  Segmenter segmenter;
  segmenter.set_text(text);
  Run run;
  std::uint32_t at = 0;
  std::size_t words = 0;
  while (segmenter.find(at, run)) {
    REQUIRE(run.begin == at);  // nothing is left out
    at = run.next;
    ++words;
  }
  CHECK(at == text.size());
  CHECK(words >= 40000);
}

}  // namespace
}  // namespace nsearch::analysis
