// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/analysis_memo.h"

#include <catch2/catch.hpp>
#include <tuple>

using nsearch::Analyzer;
using nsearch::searcher::analyse_words;
using nsearch::searcher::AnalysedWords;
using nsearch::searcher::AnalysisMemo;
using nsearch::searcher::WordForms;

namespace {

bool same(const AnalysedWords& a, const AnalysedWords& b) {
  const auto all = [](const WordForms& w) {
    return std::tie(w.typed, w.surface, w.exact, w.number, w.capitals, w.stems, w.parts, w.stop_in,
                    w.accented);
  };
  if (a.joined != b.joined || a.words.size() != b.words.size()) return false;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    if (all(a.words[i]) != all(b.words[i])) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("analyses that are kept are those that would be made") {
  Analyzer french("fr"), dutch("nl"), neutral("und");
  const std::vector<Analyzer*> both = {&french, &dutch}, one = {&dutch};
  const std::vector<std::string> texts = {
      "developpee", "Deepseek-V3", "aandelenkoersen", "voor", "NVIDIA", "l'Économie", "16,86", "—", "de"};
  AnalysisMemo memo;
  for (const std::string& text : texts) {
    memo.analyse_words(text, both, neutral);
    memo.analyse_words(text, one, neutral);
  }
  CHECK(memo.changed(false));
  const std::string bytes = memo.write(false);

  SECTION("read back, for each set of languages") {
    AnalysisMemo again;
    again.read(bytes);
    for (const std::string& text : texts) {
      INFO(text);
      CHECK(same(again.analyse_words(text, both, neutral), analyse_words(text, both, neutral)));
      CHECK(same(again.analyse_words(text, one, neutral), analyse_words(text, one, neutral)));
    }
    CHECK(!again.changed(true));
  }
  SECTION("what is not asked for any more goes") {
    AnalysisMemo again;
    again.read(bytes);
    again.analyse_words("voor", both, neutral);
    CHECK(!again.changed(false));
    CHECK(again.changed(true));
    CHECK(again.write(true).size() < bytes.size() / 4);
  }
  SECTION("damage is nothing known") {
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
      AnalysisMemo again;
      again.read(damaged);
      CHECK(again.write(false).size() == AnalysisMemo().write(false).size());
    }
    AnalysisMemo again;
    again.read(bytes.substr(0, bytes.size() / 2));
    CHECK(same(again.analyse_words("voor", both, neutral), analyse_words("voor", both, neutral)));
  }
}
