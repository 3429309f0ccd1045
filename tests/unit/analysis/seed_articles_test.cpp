// SPDX-License-Identifier: GPL-2.0-or-later
//
// The two articles that the project starts from: the same story in French and in Dutch.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "nsearch/analyzer.h"
#include "paths.h"

namespace nsearch {
namespace {

std::string article(const std::string& language) {
  const std::filesystem::path folder = NSEARCH_SHARED_DATA "/data/seed-articles";
  if (!std::filesystem::exists(folder)) return {};
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with(language)) continue;
    std::ifstream file(entry.path());
    return {std::istreambuf_iterator<char>(file), {}};
  }
  return {};
}

struct Counts {
  std::map<std::string, int> surfaces;
  std::map<std::string, int> stems;
  std::map<std::string, int> stretches;
};

Counts count(const std::string& source, const std::string& language) {
  Analyzer analyzer(language);
  AnalyzedText text;
  analyzer.analyze(source, text);
  Counts counts;
  for (const Token& token : text.tokens()) {
    ++counts.surfaces[std::string(token.surface)];
    ++counts.stems[std::string(token.stem)];
    if (token.surface == "openai") ++counts.stretches[source.substr(token.begin, token.end - token.begin)];
  }
  return counts;
}

TEST_CASE("the French seed article") {
  const std::string source = article("fr");
  if (source.empty()) {
    WARN("no seed articles in " NSEARCH_SHARED_DATA ": skipped");
    return;
  }
  Counts counts = count(source, "fr");
  CHECK(counts.surfaces["distillation"] == 2);  // one of them in quotation marks
  CHECK(counts.surfaces["ia"] == 7);            // all behind an elided article
  CHECK(counts.surfaces["openai"] >= 9);
  CHECK(counts.surfaces.count("d'openai") == 0);
  CHECK(counts.surfaces["deepseekv3"] == 1);
  CHECK(counts.surfaces["nvidia"] == 1);
  CHECK(counts.surfaces["2018"] == 1);
  CHECK(counts.stretches.count("Openai") == 1);
  CHECK(counts.stretches.count("d'Openai") == 0);
}

TEST_CASE("the Dutch seed article") {
  const std::string source = article("nl");
  if (source.empty()) {
    WARN("no seed articles in " NSEARCH_SHARED_DATA ": skipped");
    return;
  }
  Counts counts = count(source, "nl");
  CHECK(counts.surfaces["destillatie"] >= 3);
  CHECK(counts.surfaces["daling"] == 3);
  CHECK(counts.surfaces["dalingen"] == 1);
  CHECK(counts.stems["daling"] == 4);
  CHECK(counts.surfaces["16.86"] == 1);
  CHECK(counts.surfaces["600"] == 1);
  CHECK(counts.surfaces["13"] == 1);
  CHECK(counts.surfaces["2025"] == 1);
  CHECK(counts.surfaces["gpu"] == 1);
  CHECK(counts.surfaces["technologie"] >= 2);
  CHECK(counts.stretches["Openai's"] == 1);
  CHECK(counts.surfaces["wakeup"] == 1);
}

}  // namespace
}  // namespace nsearch
