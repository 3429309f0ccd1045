// SPDX-License-Identifier: GPL-2.0-or-later

// What spares the marking most of the analysis: paragraphs that are analysed apart, or not at all.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "analysis/fold.h"
#include "conformance/analysis/random_text.h"
#include "nsearch/analyzer.h"
#include "paths.h"
#include "result/paragraphs.h"
#include "result/sought_forms.h"

using namespace nsearch;
using namespace nsearch::searcher;

namespace {

/// Everything in corpora/, as it stands in the files, and texts that look for trouble, with line breaks.
std::vector<std::string> texts() {
  std::vector<std::string> all;
  for (const auto& file : std::filesystem::recursive_directory_iterator(NSEARCH_SOURCE_DIR "/corpora")) {
    if (!file.is_regular_file() || file.path().extension() == ".gz") continue;
    std::ifstream stream(file.path(), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    for (std::size_t at = 0; (at = text.find("\\n", at)) != std::string::npos;) text.replace(at, 2, "\n");
    all.push_back(std::move(text));
  }
  test::RandomText random(7);
  const char* const breaks[] = {"\n",      ".\n",  "\n\n",  "...\r\n",    "!\n \n",
                                "\n***\n", " a\n", ":\n« ", "\n10 000\n", "\u2028"};
  for (std::size_t i = 0; i < 400; ++i) {
    std::string text;
    for (std::size_t line = 0; line < 12; ++line)
      text += random.text(1 + (i * 7 + line) % 40, i % 3 == 0) + breaks[(i + line * 3) % std::size(breaks)];
    all.push_back(std::move(text));
  }
  return all;
}

struct Seen {
  std::string surface, exact;
  std::uint32_t begin, end;
  TokenKind kind;
  Boundary boundary;
  bool operator==(const Seen& o) const {
    return surface == o.surface && exact == o.exact && begin == o.begin && end == o.end && kind == o.kind &&
           boundary == o.boundary;
  }
};

void analyse(std::string_view text, std::size_t offset, std::vector<Seen>& seen) {
  static Analyzer analyzer("und");
  AnalyzedText analyzed;
  analyzer.analyze(text, analyzed);
  for (const Token& token : analyzed.tokens())
    seen.push_back({std::string(token.surface), std::string(token.exact),
                    static_cast<std::uint32_t>(token.begin + offset),
                    static_cast<std::uint32_t>(token.end + offset), token.kind, token.boundary});
}

}  // namespace

TEST_CASE("Paragraphs analysed apart have the tokens and boundaries of the whole text") {
  std::size_t paragraphs = 0, different = 0;
  for (const std::string& text : texts()) {
    std::vector<Seen> whole, apart;
    analyse(text, 0, whole);
    for (std::size_t begin = 0; begin < text.size(); ++paragraphs) {
      const std::string_view rest = std::string_view(text).substr(begin);
      const std::size_t length = paragraph_end(rest);
      REQUIRE(length > 0);
      analyse(rest.substr(0, length), begin, apart);
      begin += length;
    }
    if (whole == apart || ++different > 5) continue;
    const auto [one, other] = std::mismatch(whole.begin(), whole.end(), apart.begin(), apart.end());
    CAPTURE(text, one == whole.end() ? "" : one->surface, one == whole.end() ? 0 : one->begin,
            other == apart.end() ? "" : other->surface, other == apart.end() ? 0 : other->begin);
    CHECK(whole.size() == apart.size());
  }
  CHECK(different == 0);
  CHECK(paragraphs > 1000);
}

TEST_CASE("A text that holds a token is never said not to") {
  std::size_t looked = 0, overlooked = 0;
  for (const std::string& text : texts()) {
    std::vector<Seen> seen;
    analyse(text, 0, seen);
    for (std::size_t i = 0; i < seen.size(); i += 1 + i / 100) {
      SoughtForms surface, exact, beginning;
      surface.add_form(seen[i].surface);
      exact.add_form(fold(seen[i].exact));
      beginning.add_beginning(seen[i].surface.substr(0, 3));
      // The words around it alone: a large text holds about anything.
      const std::size_t begin = text.find_last_of(" \n", seen[i].begin),
                        end = text.find_first_of(" \n", seen[i].end);
      const std::size_t from = begin == std::string::npos ? 0 : begin + 1;
      const std::string near = text.substr(from, end == std::string::npos ? end : end - from);
      ++looked;
      if ((surface.may_be_in(near) && exact.may_be_in(near) && beginning.may_be_in(near)) || ++overlooked > 5)
        continue;
      CAPTURE(near, seen[i].surface, seen[i].exact);
      CHECK(surface.may_be_in(near));
      CHECK(exact.may_be_in(near));
      CHECK(beginning.may_be_in(near));
    }
  }
  CHECK(overlooked == 0);
  CHECK(looked > 10000);
}

TEST_CASE("Most texts without a word are known to be without it") {
  const auto may_be = [](const char* form, const char* text) {
    SoughtForms sought;
    sought.add_form(form);
    return sought.may_be_in(text);
  };
  CHECK(may_be("etat", "L’État"));
  CHECK(may_be("nvidia", "by Nvidia’s chips"));
  CHECK(may_be("deepseekv3", "Deepseek-V3"));
  CHECK(may_be("10000", "10 000"));
  CHECK_FALSE(may_be("nvidia", "la pluie de mardi, Nvidian et les nv"));
  CHECK_FALSE(may_be("koers", "De koersdoelen van gisteren"));
  CHECK_FALSE(may_be("koers", "« Où ? » – là-bas, à Évreux"));
}
