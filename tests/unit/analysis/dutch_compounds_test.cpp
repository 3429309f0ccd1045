// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "analysis/compounds/lexicon_splitter.h"
#include "analysis/compounds/lexicons.h"
#include "nsearch/analyzer.h"

namespace nsearch::analysis {
namespace {

std::string parts_of(std::string_view word) {
  std::vector<std::string> parts;
  dutch_compounds()->split(word, parts);
  std::string shown;
  for (const std::string& part : parts) shown += (shown.empty() ? "" : " ") + part;
  return shown;
}

TEST_CASE("Dutch compounds are split") {
  struct Case {
    const char* word;
    const char* parts;
  };
  for (const Case& c : {
           Case{"aandelenkoersen", "aandelen koersen"},
           {"beursindex", "beurs index"},
           {"rentestijging", "rente stijging"},
           {"staatsschuld", "staats schuld"},
           {"belastingverlaging", "belasting verlaging"},
           {"werkloosheidscijfers", "werkloosheid cijfers"},
           {"bedrijfswinsten", "bedrijf winsten"},
           {"loonsverhoging", "loon verhoging"},
           {"pensioenfondsen", "pensioen fondsen"},
           {"huizenprijzen", "huizen prijzen"},
           {"regeringspartijen", "regering partijen"},
           {"verkiezingsuitslag", "verkiezing uitslag"},
           {"kabinetscrisis", "kabinet crisis"},
           {"gemeenteraadsleden", "gemeente raadsleden"},
           {"asielbeleid", "asiel beleid"},
           {"klimaatakkoord", "klimaat akkoord"},
           {"vredesonderhandelingen", "vredes onderhandelingen"},
           {"moordonderzoek", "moord onderzoek"},
           {"gevangenisstraffen", "gevangenis straffen"},
           {"politieagenten", "politie agenten"},
           {"rechtbankverslaggever", "rechtbank verslaggever"},
           {"drugshandelaar", "drugs handelaar"},
           {"verkeersongelukken", "verkeer ongelukken"},
           {"treinreizigers", "trein reizigers"},
           {"vliegtuigongeluk", "vliegtuig ongeluk"},
           {"ziekenhuisbedden", "ziekenhuis bedden"},
           {"huisartsenpraktijk", "huisartsen praktijk"},
           {"griepvaccinatie", "griep vaccinatie"},
           {"kankerpatiënten", "kanker patiënten"},
           {"kinderziekenhuis", "kind ziekenhuis"},
           {"voetbalwedstrijden", "voetbal wedstrijden"},
           {"tennistoernooi", "tennis toernooi"},
           {"schaatskampioene", "schaats kampioene"},
           {"wereldrecord", "wereld record"},
           {"computerprogramma", "computer programma"},
           {"zonnepanelen", "zonne panelen"},
           {"kerncentrales", "kern centrales"},
           {"schoolgebouwen", "school gebouwen"},
           {"museumbezoekers", "museum bezoekers"},
           {"krantenartikel", "kranten artikel"},
           {"tomatensoep", "tomaten soep"},
           {"varkensvlees", "varkens vlees"},
           {"regenbuien", "regen buien"},
           {"hoogwateroverlast", "hoogwater overlast"},
           {"boekenplank", "boeken plank"},
       }) {
    INFO(c.word);
    CHECK(parts_of(c.word) == c.parts);
  }
}

TEST_CASE("Dutch words that are no compounds stay whole") {
  for (const char* word : {"nederland",
                           "nederlandse",
                           "achteraf",
                           "duidelijkheid",
                           "vriendschap",
                           "verklaring",
                           "verzekering",
                           "ontwikkeling",
                           "behandeling",
                           "gebeurtenis",
                           "gemeenschap",
                           "overname",
                           "voorstellen",
                           "aanvragen",
                           "uitzending",
                           "onderwerp",
                           "tegenstander",
                           "doorgaan",
                           "ambtenaren",
                           "directeuren",
                           "koningen",
                           "vergaderingen",
                           "boerderijen",
                           "kampioenen",
                           "documenten",
                           "chocolade",
                           "restaurants",
                           "universiteit",
                           "parlementariër",
                           "journalisten",
                           "amsterdam",
                           "vlaanderen",
                           "washington",
                           "microsoft",
                           "facebook",
                           "zelenski",
                           "macron",
                           "berlusconi",
                           "philips",
                           "heineken",
                           "computers",
                           "economische",
                           "internationale",
                           "verantwoordelijk",
                           "bijvoorbeeld",
                           "belangrijkste",
                           "tegenwoordig",
                           "onafhankelijkheid",
                           "werkelijkheid",
                           "wetenschappelijk",
                           "manoeuvres",
                           "ingenieurs",
                           "ze",
                           ""}) {
    INFO(word);
    CHECK(parts_of(word).empty());
  }
}

TEST_CASE("parts keep the word's own spelling, known by its plain letters") {
  CHECK(parts_of("astmapatiënten") == "astma patiënten");
  CHECK(parts_of("astmapatienten") == "astma patienten");
}

TEST_CASE("what is no Dutch word is left alone") {
  CHECK(parts_of("aandelen2koersen").empty());
  CHECK(parts_of("акциикурсы").empty());
  CHECK(parts_of("\xFF\xFE"
                 "aandelenkoersen")
            .empty());
  CHECK(parts_of(std::string(61, 'a')).empty());
  std::string long_one;
  for (int i = 0; i < 100; ++i) long_one += "koers";
  CHECK(parts_of(long_one).empty());
}

TEST_CASE("the lexicon has a digest, which the splitter gives") {
  CHECK(dutch_compound_lexicon.digest.size() == 16);
  CHECK(dutch_compounds()->digest() == dutch_compound_lexicon.digest);
}

TEST_CASE("the Dutch analyzer finds parts, others do not") {
  const auto parts = [](const char* language) {
    Analyzer analyzer(language);
    AnalyzedText text;
    analyzer.analyze("De aandelenkoersen stijgen", text);
    std::string shown;
    for (const Token& token : text.tokens()) {
      if (token.kind != TokenKind::compound_part) continue;
      shown += std::to_string(token.position) + ':' + std::to_string(token.begin) + '-' +
               std::to_string(token.end) + ' ' + std::string(token.stem) + '\n';
    }
    return shown;
  };
  CHECK(parts("nl") == "2:3-18 aandel\n2:3-18 koers\n");
  CHECK(parts("fr").empty());
}

}  // namespace
}  // namespace nsearch::analysis
