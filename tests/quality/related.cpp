// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/related.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "quality/lines.h"

namespace nsearch::quality {

namespace {

using Articles = std::map<std::string, TranslatedArticle>;

Articles load(const std::string& path) {
  Articles articles;
  for_each_line(path, [&](std::string_view line) {
    const auto json = nlohmann::json::parse(line);
    const std::string id = json.at("id");
    articles[id] = {id, json.at("lang"), json.at("group")};
  });
  return articles;
}

std::vector<std::string> ranking(Searcher& searcher, const RelatedRequest& request) {
  std::vector<std::string> ids;
  for (const RelatedHit& related : searcher.related(request).hits) ids.push_back(related.hit.id);
  return ids;
}

RelatedRequest request_for(const TranslatedArticle& article) {
  RelatedRequest request;
  request.id = article.id;
  request.limit = most_related;
  request.ties = false;
  return request;
}

}  // namespace

void Mean::add(double value) {
  sum += value;
  ++number;
}

void Mean::add(const Mean& other) {
  sum += other.sum;
  number += other.number;
}

MateFigures find_mates(const std::string& index, const std::string& path,
                       const std::vector<std::string>& languages) {
  const Articles articles = load(path);
  Searcher searcher({index});
  MateFigures figures;
  std::vector<double> milliseconds;
  for (const auto& [id, article] : articles) {
    if (std::find(languages.begin(), languages.end(), article.language) == languages.end()) continue;
    RelatedRequest request = request_for(article);
    const auto start = std::chrono::steady_clock::now();
    const MateRanks ranks = mate_ranks(article, articles, ranking(searcher, request));
    milliseconds.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    const Half half = half_of(article.group);
    figures.among_others[article.language].add(ranks.among_others);
    figures.among_all[article.language].add(ranks.among_all);
    figures.half_among_others[half].add(ranks.among_others);
    figures.half_among_all[half].add(ranks.among_all);
    for (const std::string& target : languages) {
      if (target == article.language) continue;
      request.languages = {article.language, target};
      figures.by_pair[{article.language, target}].add(
          mate_ranks(article, articles, ranking(searcher, request)).among_all);
    }
  }
  figures.latency = latency_of(std::move(milliseconds));
  return figures;
}

}  // namespace nsearch::quality
