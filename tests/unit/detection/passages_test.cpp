// SPDX-License-Identifier: GPL-2.0-or-later
#include <nsearch/passages.h>

#include <catch2/catch.hpp>

using nsearch::language_spans;
using nsearch::LanguageSpan;

namespace {

const std::string kFrench =
    "Le gouvernement a présenté mardi un projet de loi que les syndicats refusent. La ministre a défendu son "
    "texte "
    "devant les députés pendant plusieurs heures. ";
const std::string kFrenchEnd =
    "Elle est ensuite partie pour Bruxelles, où ses collègues européens l'attendaient dans la soirée.";
const std::string kDutch =
    "De regering heeft gisteren een wetsvoorstel ingediend waar de vakbonden tegen zijn, want zij vinden dat "
    "het "
    "niet ver genoeg gaat. Volgende week praten ze er weer over. ";
const std::string kEnglish =
    "We have been waiting for this decision for more than three years, and now that it has been taken we "
    "will do "
    "everything we can to make it work. ";

// "fr|text|nl|text", and checks what must hold of any answer.
std::string shown(const std::string& body, const std::string& main,
                  const nsearch::DetectionOptions& options = {}) {
  std::string out;
  std::uint32_t end = 0;
  std::string before;
  for (const LanguageSpan& span : language_spans(body, main, options)) {
    CHECK(span.begin == end);
    CHECK(span.end > span.begin);
    CHECK(span.language != before);
    const bool within_character =
        span.begin < body.size() && (static_cast<unsigned char>(body[span.begin]) & 0xC0) == 0x80;
    CHECK_FALSE(within_character);
    end = span.end;
    before = span.language;
    out += (out.empty() ? "" : "|") + span.language + "|" + body.substr(span.begin, span.end - span.begin);
  }
  CHECK(end == body.size());
  return out;
}

}  // namespace

TEST_CASE("a text in one language is one span", "[detection][passages]") {
  CHECK(shown(kFrench + kFrenchEnd, "fr") == "fr|" + kFrench + kFrenchEnd);
  CHECK(shown(kDutch + kDutch, "nl") == "nl|" + kDutch + kDutch);
  CHECK(shown("Nvidia", "fr") == "fr|Nvidia");
  CHECK(language_spans("", "fr").empty());
}

TEST_CASE("a passage of its own paragraph, quoted or bare has its own language", "[detection][passages]") {
  CHECK(shown(kFrench + "\n\n" + kDutch + "\n\n" + kFrenchEnd, "fr") ==
        "fr|" + kFrench + "\n\n|nl|" + kDutch + "\n\n|fr|" + kFrenchEnd);
  CHECK(shown(kFrench + "Il dit : « " + kDutch + "» " + kFrenchEnd, "fr") ==
        "fr|" + kFrench + "Il dit : |nl|« " + kDutch + "» |fr|" + kFrenchEnd);
  CHECK(shown(kFrench + kDutch + kFrenchEnd, "fr") ==
        "fr|" + kFrench + "|nl|" + kDutch + "|fr|" + kFrenchEnd);
}

TEST_CASE("quotation marks of any shape part a sentence", "[detection][passages]") {
  std::string quoted = kEnglish;
  quoted.pop_back();
  using Marks = std::pair<const char*, const char*>;
  for (const auto& [open, close] : {Marks{"\"", "\""}, Marks{"“", "”"}, Marks{"„", "“"}, Marks{"»", "«"},
                                    Marks{"'", "'"}, Marks{"‘", "’"}}) {
    INFO(open);
    CHECK(shown("Zij zei gisteren tegen de krant: " + (open + quoted) + close +
                    " Daarna ging de minister naar huis.",
                "nl") == "nl|Zij zei gisteren tegen de krant: |en|" + (open + quoted) + close +
                             " |nl|Daarna ging de minister naar huis.");
  }
}

TEST_CASE("passages in two languages are kept apart", "[detection][passages]") {
  CHECK(shown(kFrench + kDutch + kEnglish + kFrenchEnd, "fr") ==
        "fr|" + kFrench + "|nl|" + kDutch + "|en|" + kEnglish + "|fr|" + kFrenchEnd);
}

TEST_CASE("names, titles and short quotations flip nothing", "[detection][passages]") {
  for (const std::string inner :
       {"Il a cité « De regering heeft een wetsvoorstel ingediend » sans rien ajouter. ",
        "Dick de Boer, Jan van der Velden, Kees Verhoeven, Willem van den Berg, Piet Hein Donner, Joost "
        "Eerdmans, "
        "Geert Wilders et Mark Rutte. ",
        "Le film « The Good, the Bad and the Ugly » passe ce soir. "}) {
    CHECK(shown(kFrench + inner + kFrenchEnd, "fr") == "fr|" + kFrench + inner + kFrenchEnd);
  }
}

TEST_CASE("only languages that nsearch stems, and only candidates, get spans", "[detection][passages]") {
  const std::string afrikaans =
      "Die regering het gister 'n wetsontwerp ingedien waarteen die vakbonde gekant is, want hulle meen dit "
      "gaan nie "
      "ver genoeg nie en daar is nog baie werk om te doen. ";
  CHECK(shown(kFrench + afrikaans + kFrenchEnd, "fr") == "fr|" + kFrench + afrikaans + kFrenchEnd);
  const std::string mixed = kFrench + kDutch + kFrenchEnd;
  CHECK(shown(mixed, "fr", {{"fr", "en"}}) == "fr|" + mixed);
  CHECK(shown(mixed, "fr-BE", {{"fr", "nl-BE"}}) == "fr|" + kFrench + "|nl|" + kDutch + "|fr|" + kFrenchEnd);
}

TEST_CASE("an undetermined text's passages have the languages that are reliably theirs",
          "[detection][passages]") {
  const std::string table = "1 2 3 xyzzy\n4 5 6 plugh\n";
  CHECK(shown(table, "und") == "und|" + table);
  CHECK(shown(kFrench + "\n" + kDutch + "\n", "und") == "fr|" + kFrench + "\n|nl|" + kDutch + "\n");
}

TEST_CASE("malformed bytes and marks without text are no trouble", "[detection][passages]") {
  for (const std::string& odd :
       {std::string("\xC2"), std::string("\xE2\x80"), std::string("\xE2"), std::string(".\xC2"),
        std::string("« » “ ” „ ‘ ’ … \" ' . ! ?"), std::string("\xFF\xFE\x80\xC2\xAB"), std::string("\n\n\n"),
        std::string(5000, '"'), std::string(5000, '.')}) {
    shown(odd, "fr");
    shown(kFrench + odd + kDutch + odd, "fr");
  }
}

TEST_CASE("a passage in another script is found", "[detection][passages]") {
  const std::string russian =
      "Правительство вчера внесло законопроект, против которого выступают профсоюзы, потому что он, по их "
      "мнению, "
      "недостаточно решителен. ";
  CHECK(shown(kFrench + russian + kFrenchEnd, "fr") ==
        "fr|" + kFrench + "|ru|" + russian + "|fr|" + kFrenchEnd);
}
