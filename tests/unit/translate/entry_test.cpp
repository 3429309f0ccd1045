// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/entry.h"

#include "translate/source.h"

using namespace nsearch::searcher;

namespace {

std::string shown(const DictionaryEntry& entry) {
  std::string out = entry.headword + ":";
  for (const auto& each : entry.translations)
    out += ' ' + each.text + '(' + std::to_string(static_cast<int>(each.share * 100 + 0.5)) + ')';
  return out;
}

std::string dictd(std::string_view text, std::string_view key) {
  return shown(parse_dictd_entry(text, key));
}

std::string tsv(std::string_view line) {
  DictionaryEntry entry;
  std::string problem;
  return parse_tsv_entry(line, entry, problem) ? shown(entry) : problem;
}

}  // namespace

TEST_CASE("an entry of a dictd dictionary: senses share alike, and so do a sense's words") {
  CHECK(dictd("kade /kadə/\nquai\n", "kade") == "kade: quai(100)");
  CHECK(dictd("kade /kadə/ <n, fem>\n1. quai, berge\n2. digue\n", "kade") ==
        "kade: quai(25) berge(25) digue(50)");
  CHECK(dictd("Oude Kade /x/\n1. quai\n2. quai; digue\n", "oude kade") == "Oude Kade: quai(75) digue(25)");
}

TEST_CASE("glosses, notes, references, examples and labels are no translations") {
  CHECK(
      dictd("Kai /kaɪ/ <n, masc>\n1. quai\nUferstraße in einem Hafen, befestigt\n2. digue\nDamm am Wasser\n",
            "kai") == "Kai: quai(50) digue(50)");
  CHECK(dictd("Kaimauer /x/ <fem, n, sg>\n [naut.] (high) quay wall <n>, wharf {pl}\n   Synonym: {Mauer}\n\n"
              " see: {Kai}, {Damm}\n\n         Note: harbour\n      \"on the wall\"  - auf der Mauer\n",
              "kaimauer") == "Kaimauer: quay wall(50) wharf(50)");
  CHECK(dictd("kai /x/\n1. 2.\n- ~\n", "kai") == "kai:");
  CHECK(dictd("deuil /x/\nTrauer 2.\nAffliction profonde\n 3.\nTemps\n", "deuil") ==
        "deuil: Trauer(50) Temps(50)");
}

TEST_CASE("where the first line is no headword the index's stands for it") {
  CHECK(dictd("\nquai\n", "kade") == "kade: quai(100)");
  CHECK(dictd("", "kade") == "kade:");
  std::string long_line(500, 'x');
  long_line.append("\nquai\n");
  CHECK(dictd(long_line, "kade") == "kade: quai(100)");
}

TEST_CASE("brackets that are never closed, and entries without end, end") {
  CHECK(dictd("kade\n(quai, berge\n", "kade") == "kade: berge(100)");
  std::string commas("kade\n");
  commas.append(100000, ',');
  CHECK(parse_dictd_entry(commas, "kade").translations.empty());
  std::string many("kade\n");
  for (int i = 0; i < 1000; ++i) many += "mot" + std::to_string(i) + ", ";
  CHECK(parse_dictd_entry(many, "kade").translations.size() == 100);
}

TEST_CASE("a line of tab-separated values") {
  CHECK(tsv("kade\tquai|berge") == "kade: quai(50) berge(50)");
  CHECK(tsv(" Oude Kade \t vieux quai | ") == "Oude Kade: vieux quai(100)");
  CHECK(tsv("kade") == "no tab");
  CHECK(tsv("kade\t") == "no translation behind the tab");
  CHECK(tsv("\tquai") == "no word before the tab");
  CHECK(tsv("kade\tqu\xE9") == "these bytes are no UTF-8");
}

TEST_CASE("a dictd index: places in the order of the texts, damaged lines told") {
  std::string told;
  const EntrySink sink{
      [](DictionaryEntry&&) {},
      [&](const std::string& place, const std::string& problem) { told += place + ": " + problem + "\n"; }};
  const std::string index =
      "00databaseinfo\tB\tc\n"
      "kade\tBA\tC\r\n"
      "aak\tA\tK\tAak\n"
      "broken\tA\n"
      "worse\t!\tB\n"
      "long\tA\t/////\n"
      "b\xFF\tA\tB";
  const std::vector<DictdPlace> places = parse_dictd_index(index, "x.index", sink);
  REQUIRE(places.size() == 2);
  CHECK(places[0].key == "aak");
  CHECK(places[0].length == 10);
  CHECK(places[1].key == "kade");
  CHECK(places[1].offset == 64);
  CHECK(places[1].length == 2);
  CHECK(told ==
        "x.index, line 4: not a word, an offset and a length with tabs between\n"
        "x.index, line 5: the offset or the length is no number in base 64\n"
        "x.index, line 6: the text is longer than 1 MiB\n"
        "x.index, line 7: these bytes are no UTF-8\n");
}
