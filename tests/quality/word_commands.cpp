// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "nsearch/language.h"
#include "quality/commands.h"
#include "quality/compounds.h"
#include "quality/conflation.h"
#include "quality/table.h"

namespace nsearch::quality {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr std::string_view lemma_suffix = ".tsv.gz";

struct StemRow {
  std::string language;
  std::string stemmer;
  Conflation counted;
};

std::vector<std::string> lemma_languages(const std::string& folder) {
  std::vector<std::string> codes;
  if (!fs::is_directory(folder)) return codes;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(lemma_suffix)) codes.push_back(name.substr(0, name.size() - lemma_suffix.size()));
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

void add_rows(const std::string& code, const std::string& path, std::vector<StemRow>& rows) {
  const std::vector<LemmaForm> words = read_lemmas(path);
  rows.push_back({code, "nsearch", count_conflation(words, analyzer_stem(code))});
  for (const LanguageInfo& language : languages())
    if (language.code == code && !language.stemmer.empty())
      rows.push_back(
          {code, "Snowball " + language.stemmer, count_conflation(words, snowball_stem(language.stemmer))});
}

ordered_json to_json(const StemRow& row) {
  return {{"language", row.language},
          {"stemmer", row.stemmer},
          {"forms", row.counted.forms},
          {"lemma_pairs", row.counted.lemma_pairs},
          {"together", row.counted.together_share()},
          {"stem_pairs", row.counted.stem_pairs},
          {"wrong", row.counted.wrong_share()}};
}

void print_stems(const std::vector<StemRow>& rows) {
  Table table(
      {"language", "stemmer", "forms", "pairs of one lemma", "together", "pairs of one stem", "wrong"});
  for (const StemRow& row : rows)
    table.add({row.language, row.stemmer, std::to_string(row.counted.forms),
               std::to_string(row.counted.lemma_pairs), number(row.counted.together_share(), 4),
               std::to_string(row.counted.stem_pairs), number(row.counted.wrong_share(), 4)});
  table.print(std::cout);
}

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

ordered_json to_json(const CompoundScore& score) {
  return {{"compounds", score.compounds},
          {"unrecognised", score.unrecognised},
          {"right", share(score.right, score.compounds)},
          {"found", share(score.found, score.compounds)},
          {"unsplit", share(score.unsplit, score.compounds)},
          {"non_compounds", score.non_compounds},
          {"over_split", share(score.over_split, score.non_compounds)}};
}

void print_compounds(const CompoundScore& score) {
  Table table({"compounds", "judged", "share"});
  const auto add = [&](const char* what, std::uint64_t part, std::uint64_t whole) {
    table.add({what, std::to_string(whole), number(share(part, whole), 4)});
  };
  add("every cut right, none too many", score.right, score.compounds);
  add("every cut made, perhaps more", score.found, score.compounds);
  add("not cut", score.unsplit, score.compounds);
  add("no compounds, cut all the same", score.over_split, score.non_compounds);
  table.print(std::cout);
  std::cout << score.unrecognised
            << " judged compounds are left out: their parts can't be recognised in them.\n";
}

int skip(const std::string& what) {
  std::cerr << "skipped: " << what << " is absent (name another folder with --data)\n";
  return skipped;
}

}  // namespace

int run_stems(const WordOptions& options) {
  const std::string folder = options.data + "/lemmas";
  std::vector<StemRow> rows;
  for (const std::string& code : lemma_languages(folder))
    add_rows(code, folder + '/' + code + std::string(lemma_suffix), rows);
  if (rows.empty()) return skip(folder);
  if (!options.json) {
    print_stems(rows);
    return 0;
  }
  ordered_json out = ordered_json::array();
  for (const StemRow& row : rows) out.push_back(to_json(row));
  std::cout << out.dump(2) << '\n';
  return 0;
}

int run_compounds(const WordOptions& options) {
  const std::string folder = options.data + "/compounds";
  if (!fs::is_directory(folder)) return skip(folder);
  const CompoundScore score =
      score_compounds("nl", folder + "/nl-compounds.tsv", folder + "/nl-noncompounds.txt");
  if (options.json)
    std::cout << to_json(score).dump(2) << '\n';
  else
    print_compounds(score);
  return 0;
}

}  // namespace nsearch::quality
