// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/error.h"

namespace nsearch {
namespace {

std::vector<std::string> stems(Analyzer& analyzer, std::string_view utf8) {
  AnalyzedText text;
  analyzer.analyze(utf8, text);
  std::vector<std::string> found;
  for (const Token& token : text.tokens()) found.emplace_back(token.stem);
  return found;
}

std::string error_of(std::string_view list) {
  try {
    ProtectedWords::parse(list, "names.txt");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    return error.what();
  }
  return {};
}

TEST_CASE("a protected word is its own stem, whatever its case and accents, in every language") {
  const ProtectedWords words = ProtectedWords::parse("Solutions30\nMediaMarkt\nRenée\n");
  Analyzer plain("fr");
  Analyzer french("fr", words);
  CHECK(stems(plain, "Renées Renée") == std::vector<std::string>{"renaitr", "renaitr"});
  CHECK(stems(french, "RENÉE renee Renée’s") == std::vector<std::string>{"renee", "renee", "renee"});
  CHECK(stems(french, "maisons") == stems(plain, "maisons"));
  Analyzer dutch("nl", words);
  CHECK(stems(dutch, "mediamarkt") == std::vector<std::string>{"mediamarkt"});
}

TEST_CASE("a protected word is not split, and as a part it keeps its form") {
  Analyzer plain("nl");
  Analyzer dutch("nl", ProtectedWords::parse("aandelenkoersen\nkoersen"));
  CHECK(stems(plain, "aandelenkoersen").size() == 3);
  CHECK(stems(dutch, "aandelenkoersen") == std::vector<std::string>{"aandelenkoersen"});
  CHECK(stems(dutch, "beurskoersen") == std::vector<std::string>{"beurskoers", "beurs", "koersen"});
}

TEST_CASE("a protected word goes before the overrides and stays a stop word") {
  Analyzer french("fr", ProtectedWords::parse("yeux\nsur"));
  AnalyzedText text;
  french.analyze("yeux sur", text);
  CHECK(text.tokens()[0].stem == "yeux");
  CHECK(text.tokens()[1].stop_word);
}

TEST_CASE("the list: comments, blank lines, any order, twice the same") {
  const ProtectedWords words =
      ProtectedWords::parse("\xEF\xBB\xBF# names\r\nZalando\r\n\r\n  Ahold # the shop\r\nZALANDO\r\n");
  CHECK(words.size() == 2);
  CHECK(words.text() == "ahold\nzalando\n");
  CHECK(words.contains("ahold"));
  CHECK_FALSE(words.contains("Ahold"));
  CHECK(words == ProtectedWords::parse("ahold\nzalando"));
  CHECK(words == ProtectedWords::parse(words.text()));
  CHECK(words != ProtectedWords::parse("ahold"));
  CHECK(ProtectedWords::parse("# nothing\n\n").empty());
  CHECK(ProtectedWords().text().empty());
}

TEST_CASE("a line that is not one word is refused by name and number") {
  CHECK(error_of("Ahold\nAlbert Heijn\n").find("names.txt:2: not one word: Albert Heijn") == 0);
  CHECK(error_of("Deepseek-V3").find("names.txt:1:") == 0);
  CHECK(error_of("\n\n2025").find("names.txt:3:") == 0);
  CHECK(error_of("---").find("names.txt:1:") == 0);
}

TEST_CASE("the fingerprint knows the protected words") {
  const ProtectedWords some = ProtectedWords::parse("Ahold");
  CHECK(analysis_fingerprint("nl", ProtectedWords()) == analysis_fingerprint("nl"));
  CHECK(analysis_fingerprint("nl", some) != analysis_fingerprint("nl"));
  CHECK(analysis_fingerprint("nl", some) != analysis_fingerprint("fr", some));
  CHECK(analysis_fingerprint("nl", some) != analysis_fingerprint("nl", ProtectedWords::parse("Zalando")));
  CHECK(analysis_fingerprint("nl", some).size() == 16);
}

}  // namespace
}  // namespace nsearch
