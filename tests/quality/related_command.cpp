// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "quality/commands.h"
#include "quality/related.h"
#include "quality/table.h"

namespace nsearch::quality {

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> languages = {"fr", "nl", "de", "en"};

void print_tables(std::ostream& out, const MateFigures& figures) {
  Table table({"articles in", "number", "MRR", "MRR, own language counting too"});
  Mean others, all;
  for (const std::string& language : languages) {
    const Mean& among_others = figures.among_others.at(language);
    const Mean& among_all = figures.among_all.at(language);
    table.add({language, std::to_string(among_all.number), number(among_others.value(), 4),
               number(among_all.value(), 4)});
    others.add(among_others);
    all.add(among_all);
  }
  table.add({"all", std::to_string(all.number), number(others.value(), 4), number(all.value(), 4)});
  for (const auto& [half, mean] : figures.half_among_all)
    table.add({half == Half::a ? "half a" : "half b", std::to_string(mean.number),
               number(figures.half_among_others.at(half).value(), 4), number(mean.value(), 4)});
  table.print(out);
  out << '\n';

  Table pairs({"from / to", "fr", "nl", "de", "en"});
  for (const std::string& from : languages) {
    std::vector<std::string> row{from};
    for (const std::string& to : languages)
      row.push_back(from == to ? "" : number(figures.by_pair.at({from, to}).value(), 4));
    pairs.add(row);
  }
  pairs.print(out);
  out << "\nmedian " << number(figures.latency.median, 1) << " ms, p95 " << number(figures.latency.p95, 1)
      << " ms an article\n";
}

void print_json(std::ostream& out, const MateFigures& figures) {
  nlohmann::ordered_json json;
  for (const std::string& language : languages) {
    json["articles"][language] = {{"number", figures.among_all.at(language).number},
                                  {"mrr", figures.among_others.at(language).value()},
                                  {"mrr_own_language_too", figures.among_all.at(language).value()}};
  }
  for (const auto& [half, mean] : figures.half_among_all)
    json["halves"][half == Half::a ? "a" : "b"] = {{"mrr", figures.half_among_others.at(half).value()},
                                                   {"mrr_own_language_too", mean.value()}};
  for (const auto& [pair, mean] : figures.by_pair) json["pairs"][pair.first][pair.second] = mean.value();
  json["median_ms"] = figures.latency.median;
  json["p95_ms"] = figures.latency.p95;
  out << json.dump(2) << '\n';
}

}  // namespace

int run_related(const RelatedOptions& options) {
  const std::string corpora = options.data + "/corpora";
  const std::string articles = corpora + "/ntrex128.jsonl.gz";
  if (!fs::exists(articles)) {
    std::cerr << "skipped: no " << articles << " (name another folder with --data)\n";
    return skipped;
  }
  const std::string folder = options.out + (options.among_all ? "/related-among-all" : "/related");
  fs::create_directories(folder);
  std::cerr << "indexing " << (options.among_all ? corpora : articles) << " ...\n";
  const BuiltIndex index =
      build_index({options.among_all ? corpora : articles}, folder + "/index", options.reuse);
  const fs::path kept = fs::path(index.path) / "dictionaries";
  fs::remove_all(kept);
  if (!options.dictionaries.empty()) fs::copy(fs::path(options.dictionaries) / "dictionaries", kept);
  std::cerr << "asking ...\n";
  const MateFigures figures = find_mates(index.path, articles, languages);
  if (options.json)
    print_json(std::cout, figures);
  else
    print_tables(std::cout, figures);
  return 0;
}

}  // namespace nsearch::quality
