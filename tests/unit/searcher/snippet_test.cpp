// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/snippet.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "planning.h"

using nsearch::MarkedText;
using nsearch::StoredDocument;
using nsearch::searcher::SnippetMaker;
using tiny::document;

namespace {

/// The text with its marks in brackets.
std::string shown(const MarkedText& text) {
  std::string out;
  std::size_t at = 0;
  for (const auto& [begin, end] : text.marks) {
    out += text.text.substr(at, begin - at) + "[" + text.text.substr(begin, end - begin) + "]";
    at = end;
  }
  return out + text.text.substr(at);
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// All snippets of `body` for `query`, parted by " | ".
std::string snippets(const std::string& query, const StoredDocument& text,
                     nsearch::searcher::SnippetOptions options = {}) {
  Asked asked({text});
  SnippetMaker maker(options);
  std::string out;
  for (const MarkedText& snippet : maker.snippets(text, asked.plan(query).matches)) {
    out += (out.empty() ? "" : " | ") + shown(snippet);
  }
  return out;
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("Words are marked in whatever form they stand") {
  CHECK(snippets("dalingen", document("a", "nl", "", "Een daling, twee dalingen.")) ==
        "Een [daling], twee [dalingen].");
  CHECK(snippets("ia", document("a", "fr", "", "L’IA d’Openai.")) == "L’[IA] d’Openai.");
  CHECK(snippets("openai", document("a", "en", "", "OpenAI's model.")) == "[OpenAI's] model.");
  CHECK(snippets("E\u0301te\u0301", document("a", "fr", "", "L'\u00E9t\u00E9.")) == "L'[\u00E9t\u00E9].");
  CHECK(snippets("\u00E9t\u00E9", document("a", "fr", "", "L'e\u0301te\u0301.")) == "L'[e\u0301te\u0301].");
  CHECK(snippets("Deepseek-V3", document("a", "en", "", "Deepseek-V3 or deepseek v3, not v3.")) ==
        "[Deepseek-V3] or [deepseek v3], not v3.");
}

TEST_CASE("A passage in another language is marked by its own stems") {
  StoredDocument text = document("a", "fr", "", "Il parle des dalingen. ");
  const std::string dutch = "De daling gaat door.";
  const auto french_end = static_cast<std::uint32_t>(text.body.size());
  text.body += dutch;
  text.spans = {{0, french_end, "fr"}, {french_end, static_cast<std::uint32_t>(text.body.size()), "nl"}};
  CHECK(snippets("daling", text) == "Il parle des dalingen. De [daling] gaat door.");
}

TEST_CASE("A phrase is marked as a whole, its words elsewhere are not") {
  CHECK(snippets("\"côte ouest\"", document("a", "fr", "", "À l'ouest, la côte ouest; une côte.")) ==
        "À l'ouest, la [côte ouest]; une côte.");
  CHECK(snippets("\"être ou ne pas\"", document("a", "fr", "", "Être ou ne pas être.")) ==
        "[Être ou ne pas] être.");
}

TEST_CASE("Stop words are marked only when nothing else was asked for") {
  const StoredDocument text = document("a", "fr", "", "La question est la suivante.");
  CHECK(snippets("la question", text) == "La [question] est la suivante.");
  CHECK(snippets("la", text) == "[La] question est [la] suivante.");
}

TEST_CASE("An exact word marks only its own accents") {
  CHECK(snippets("=côté", document("a", "fr", "", "La côte, le côté, la cote.")) ==
        "La côte, le [côté], la cote.");
}

TEST_CASE("White space becomes single spaces, marks stay right") {
  CHECK(snippets("daling", document("a", "nl", "", "  Eerste   regel\n\n\tde  daling\r\nvandaag ")) ==
        "Eerste regel de [daling] vandaag");
}

TEST_CASE("Without a match the text's beginning is shown") {
  CHECK(snippets("lang:nl", document("a", "nl", "", "Een tekst.")) == "Een tekst.");
  const std::string body =
      "Eerste zin is hier. " + repeated("En dan volgt er nog veel meer tekst in deze zin, ", 20);
  const std::string lead = snippets("lang:nl", document("a", "nl", "", body));
  CHECK(lead.rfind("Eerste zin is hier. En dan", 0) == 0);
  CHECK(lead.substr(lead.size() - 4) == " …");
  CHECK(characters(lead) <= 204);
  CHECK(characters(lead) >= 150);
  CHECK(snippets("lang:nl", document("a", "nl", "", "?!")) == "?!");
}

TEST_CASE("The passage with most of the words wins") {
  const std::string filler = repeated("Hier staat gewone tekst zonder iets bijzonders erin. ", 10);
  const std::string body = "Nvidia opent de dag. " + filler + "Een daling trof Nvidia hard. " + filler;
  const std::string best = snippets("Nvidia daling", document("a", "nl", "", body));
  CHECK(best.rfind("Een [daling] trof [Nvidia] hard.", 0) == 0);
  CHECK(best.find(" | ") == std::string::npos);
}

TEST_CASE("Words far apart make two snippets") {
  const std::string filler = repeated("Hier staat gewone tekst zonder iets bijzonders erin. ", 10);
  const std::string body = "Nvidia opent de dag. " + filler + "Er was een daling. " + filler;
  const std::string best = snippets("Nvidia daling", document("a", "nl", "", body));
  CHECK(best.find("[Nvidia] opent") != std::string::npos);
  CHECK(best.find(" | ") != std::string::npos);
  CHECK(best.find("Er was een [daling].") != std::string::npos);
  nsearch::searcher::SnippetOptions one;
  one.most = 1;
  CHECK(snippets("Nvidia daling", document("a", "nl", "", body), one).find(" | ") == std::string::npos);
}

TEST_CASE("A cut within a sentence falls between words and shows") {
  const std::string words = repeated("woord ", 80);
  const std::string cut = snippets("daling", document("a", "nl", "", words + "d'n daling " + words));
  CHECK(cut.rfind("… woord", 0) == 0);
  CHECK(cut.substr(cut.size() - 9) == "woord …");
  CHECK(cut.find("woord d'n [daling] woord") != std::string::npos);
  CHECK(characters(cut) <= 200 + 6);
  CHECK(characters(cut) >= 150);
}

TEST_CASE("Quotation marks and final points belong to their sentence") {
  const std::string filler = repeated("Du texte sans rien de particulier dedans, vraiment rien. ", 10);
  const std::string found = snippets(
      "bourse", document("a", "fr", "", filler + "« La bourse monte ! » Elle a dit cela. " + filler));
  CHECK(found.rfind("« La [bourse] monte ! » Elle a dit cela.", 0) == 0);
}

TEST_CASE("A match near the end brings what stands before it") {
  const std::string filler = repeated("Hier staat gewone tekst zonder iets bijzonders erin. ", 10);
  const std::string found = snippets("daling", document("a", "nl", "", filler + "Een daling."));
  CHECK(found.substr(found.size() - 13) == "Een [daling].");
  CHECK(characters(found) > 100);
}

TEST_CASE("Odd texts stay within bounds") {
  const std::string endless(100000, 'x');
  CHECK(characters(snippets("x", document("a", "en", "", endless))) < 1300);
  CHECK(characters(snippets("daling", document("a", "nl", "", "daling" + repeated("*", 100000)))) < 1300);
  const std::string chinese = snippets("lang:zh", document("a", "zh", "", repeated("人工智能的发展", 300)));
  CHECK(characters(chinese) <= 204);
  CHECK(characters(chinese) >= 100);
}

TEST_CASE("Marks are ordered, disjoint and within the text") {
  const StoredDocument text =
      document("a", "en", "", repeated("Deepseek-V3 deepseek v3 V3, deepseekv3. ", 8));
  Asked asked({text});
  SnippetMaker maker;
  for (const MarkedText& snippet : maker.snippets(text, asked.plan("Deepseek-V3 v3 deepseek").matches)) {
    std::size_t at = 0;
    REQUIRE_FALSE(snippet.marks.empty());
    for (const auto& [begin, end] : snippet.marks) {
      CHECK(at <= begin);
      CHECK(begin < end);
      at = end;
    }
    CHECK(at <= snippet.text.size());
  }
}

TEST_CASE("The title is marked too") {
  const StoredDocument text = document("a", "nl", "Grote dalingen\nop de beurs", "x");
  Asked asked({text});
  CHECK(shown(SnippetMaker().title(text, asked.plan("daling").matches)) == "Grote [dalingen] op de beurs");
}

TEST_CASE("A huge body costs bounded work") {
  const StoredDocument text =
      document("a", "nl", "", repeated("Een daling van de koersen op de beurs. ", 250000));
  Asked asked({document("b", "nl", "", "daling koersen")});
  const auto matches = asked.plan("daling koersen").matches;
  SnippetMaker maker;
  const auto start = std::chrono::steady_clock::now();
  const auto made = maker.snippets(text, matches);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
  REQUIRE(made.size() == 1);
  CHECK(shown(made[0]).find("[daling]") != std::string::npos);
}
