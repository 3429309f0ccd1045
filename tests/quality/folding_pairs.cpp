// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/folding_pairs.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "nsearch/document.h"
#include "quality/lines.h"

namespace nsearch::quality {
namespace {

using nlohmann::json;

constexpr const char* press[] = {"10kgnad-de",   "conll2002-nl",   "debian-news",
                                 "masakhanews",  "npo2023-nos-nl", "ntrex128",
                                 "orangesum-fr", "rtbf-2015-fr",   "wikinews-en"};
constexpr std::size_t rare = 8, least_shared = 5;
constexpr std::int64_t most_days = 3;

std::string text_of(const json& document, const char* field) {
  const auto found = document.find(field);
  return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

FoldText article_of(const json& document) {
  return {text_of(document, "id"), text_of(document, "title"), text_of(document, "body"),
          text_of(document, "lang"), text_of(document, "date")};
}

std::int64_t day_of(const FoldText& text) {
  const auto date = parse_date(text.date);
  return date ? date->seconds / 86400 : -1;
}

bool mostly_equal(const FoldText& a, const FoldText& b) {
  const std::vector<std::string> first = sentences_of(a.body), second = sentences_of(b.body);
  const std::set<std::string> known(first.begin(), first.end());
  const auto equal = std::count_if(second.begin(), second.end(),
                                   [&](const std::string& sentence) { return known.contains(sentence); });
  return static_cast<std::size_t>(equal) * 3 >= std::min(first.size(), second.size());
}

/// For each article the other ones that share a rare word, and how many they share.
std::vector<std::map<std::size_t, std::size_t>> shared_rare_words(const std::vector<FoldText>& articles) {
  std::map<std::string, std::vector<std::size_t>> holders;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::vector<std::string> words = words_of(articles[i].body);
    for (const std::string& word : std::set<std::string>(words.begin(), words.end()))
      holders[articles[i].language + ' ' + word].push_back(i);
  }
  std::vector<std::map<std::size_t, std::size_t>> shared(articles.size());
  for (const auto& [word, list] : holders) {
    if (list.size() < 2 || list.size() > rare) continue;
    for (const std::size_t a : list)
      for (const std::size_t b : list)
        if (a < b) ++shared[a][b];
  }
  return shared;
}

FoldText made_from(const NewsTemplate& from, std::mt19937& names, std::mt19937& figures) {
  FoldText text;
  text.language = from.language;
  text.id = from.name;
  text.title = filled(from.title, from.language, names, figures);
  text.body = filled(from.body, from.language, names, figures);
  return text;
}

}  // namespace

std::vector<FoldText> press_articles(const std::string& folder, std::size_t least_words, std::size_t most,
                                     std::size_t skipped) {
  std::vector<FoldText> articles;
  for (const char* corpus : press) {
    const std::string path = folder + '/' + corpus + ".jsonl.gz";
    if (!std::filesystem::exists(path)) continue;
    std::vector<std::pair<std::size_t, FoldText>> some;
    for_each_line(path, [&](std::string_view line) {
      const json document = json::parse(line, nullptr, false);
      if (document.is_discarded()) return;
      FoldText text = article_of(document);
      if (words_of(text.body).size() >= least_words)
        some.emplace_back(std::hash<std::string>()(text.id), std::move(text));
    });
    std::sort(some.begin(), some.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = skipped; i < std::min(skipped + most, some.size()); ++i)
      articles.push_back(std::move(some[i].second));
  }
  return articles;
}

std::vector<FoldPair> same_story(const std::vector<FoldText>& articles, std::size_t place,
                                 std::size_t& copies) {
  std::vector<FoldPair> pairs;
  const auto shared = shared_rare_words(articles);
  for (std::size_t a = 0; a < articles.size(); ++a) {
    std::vector<std::pair<std::size_t, std::size_t>> near;  // words, article
    for (const auto& [b, words] : shared[a]) {
      const std::int64_t day = day_of(articles[a]), other = day_of(articles[b]);
      if (words >= least_shared && day >= 0 && other >= 0 && std::abs(day - other) <= most_days)
        near.emplace_back(words, b);
    }
    if (near.size() <= place) continue;
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& x, const auto& y) { return x.first > y.first; });
    const FoldText& other = articles[near[place].second];
    if (mostly_equal(articles[a], other)) {
      ++copies;
    } else {
      pairs.emplace_back(articles[a], other);
    }
  }
  return pairs;
}

std::vector<FoldPair> templated(const std::vector<NewsTemplate>& templates, std::size_t of_each,
                                unsigned seed) {
  std::vector<FoldPair> pairs;
  std::mt19937 figures(seed);
  for (const NewsTemplate& from : templates) {
    for (std::size_t i = 0; i < of_each; ++i) {
      std::mt19937 names(seed + static_cast<unsigned>(i));
      std::mt19937 again(seed + static_cast<unsigned>(i % 2 == 0 ? i : i + 7919));
      FoldText first = made_from(from, names, figures), second = made_from(from, again, figures);
      pairs.emplace_back(std::move(first), std::move(second));
    }
  }
  return pairs;
}

}  // namespace nsearch::quality
