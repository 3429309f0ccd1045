// SPDX-License-Identifier: GPL-2.0-or-later
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "nsearch/document.h"
#include "quality/commands.h"
#include "quality/half.h"
#include "quality/page_set.h"
#include "quality/table.h"
#include "quality/token_overlap.h"
#include "reader/html/html_page.h"

namespace nsearch::quality {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

struct PageResult {
  const JudgedPage* page;
  Document document;
  TokenOverlap overlap;
};

struct SetResult {
  std::string set;
  const char* half;
  std::size_t pages = 0;
  double precision = 0, recall = 0, f1 = 0;  ///< means over the pages
  std::size_t titles = 0, right_titles = 0;
  std::size_t dates = 0, right_dates = 0;
};

/// White space is no difference.
std::string tidy(const std::string& text) {
  std::string tidied;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      tidied += c;
    } else if (!tidied.empty() && tidied.back() != ' ') {
      tidied += ' ';
    }
  }
  while (!tidied.empty() && tidied.back() == ' ') tidied.pop_back();
  return tidied;
}

/// The same day where one is all that is expected, else the same second.
bool same_date(const std::string& expected, const std::string& found) {
  const auto wanted = parse_date(expected);
  const auto given = parse_date(found);
  if (!wanted || !given) return false;
  if (!wanted->has_time) return found.substr(0, 10) == expected;
  return wanted->seconds == given->seconds;
}

SetResult summarise(const std::string& set, const char* half, const std::vector<const PageResult*>& results) {
  SetResult sum{set, half};
  for (const PageResult* result : results) {
    ++sum.pages;
    sum.precision += result->overlap.precision();
    sum.recall += result->overlap.recall();
    sum.f1 += result->overlap.f1();
    sum.titles += !result->page->title.empty();
    sum.right_titles +=
        !result->page->title.empty() && tidy(result->page->title) == tidy(result->document.title);
    sum.dates += !result->page->date.empty();
    sum.right_dates += !result->page->date.empty() && same_date(result->page->date, result->document.date);
  }
  const double pages = static_cast<double>(std::max<std::size_t>(sum.pages, 1));
  sum.precision /= pages;
  sum.recall /= pages;
  sum.f1 /= pages;
  return sum;
}

std::string of(std::size_t right, std::size_t all) {
  return std::to_string(right) + " of " + std::to_string(all);
}

void print(const std::vector<SetResult>& sums) {
  Table table({"pages", "half", "count", "precision", "recall", "F1", "titles", "dates"});
  for (const SetResult& sum : sums) {
    table.add({sum.set, sum.half, std::to_string(sum.pages), number(sum.precision, 4), number(sum.recall, 4),
               number(sum.f1, 4), of(sum.right_titles, sum.titles), of(sum.right_dates, sum.dates)});
  }
  table.print(std::cout);
}

ordered_json to_json(const SetResult& sum) {
  return {{"set", sum.set},       {"half", sum.half},
          {"pages", sum.pages},   {"precision", sum.precision},
          {"recall", sum.recall}, {"f1", sum.f1},
          {"titles", sum.titles}, {"right_titles", sum.right_titles},
          {"dates", sum.dates},   {"right_dates", sum.right_dates}};
}

void print_worst(std::vector<const PageResult*> results, std::size_t count) {
  std::stable_sort(results.begin(), results.end(),
                   [](const auto* a, const auto* b) { return a->overlap.f1() < b->overlap.f1(); });
  results.resize(std::min(count, results.size()));
  Table table({"worst pages", "F1", "precision", "recall", "expected words", "found"});
  for (const PageResult* result : results) {
    const TokenOverlap& o = result->overlap;
    table.add({result->page->name, number(o.f1(), 3), number(o.precision(), 3), number(o.recall(), 3),
               std::to_string(o.expected), std::to_string(o.found)});
  }
  std::cout << '\n';
  table.print(std::cout);
}

void print_differences(const std::vector<const PageResult*>& results) {
  for (const PageResult* result : results) {
    const JudgedPage& page = *result->page;
    if (!page.title.empty() && tidy(page.title) != tidy(result->document.title))
      std::cout << page.name << ": title \"" << result->document.title << "\", expected \""
                << tidy(page.title) << "\"\n";
    if (!page.date.empty() && !same_date(page.date, result->document.date))
      std::cout << page.name << ": date \"" << result->document.date << "\", expected \"" << page.date
                << "\"\n";
  }
}

void write_texts(const std::string& folder, const std::vector<PageResult>& results) {
  fs::create_directories(folder);
  for (const PageResult& result : results) {
    std::ofstream(folder + '/' + result.page->name + ".expected.txt") << result.page->body << '\n';
    std::ofstream(folder + '/' + result.page->name + ".found.txt") << result.document.body << '\n';
  }
}

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// The least CPU time of several rounds over all pages.
template <typename Work>
double least_seconds(const std::vector<JudgedPage>& pages, Work&& work) {
  double least = 0;
  for (int round = 0; round < 7; ++round) {
    const double begin = cpu_seconds();
    for (const JudgedPage& page : pages) work(page.html);
    const double seconds = cpu_seconds() - begin;
    if (round == 0 || seconds < least) least = seconds;
  }
  return least;
}

void parse_tree(const std::string& html) {
  htmlDocPtr document =
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, nullptr,
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlFreeDoc(document);
}

void read_page(const std::string& html) {
  std::string why_not;
  indexer::read_html_page(html, {}, {}, why_not);
}

void print_speed(const std::string& set, const std::vector<JudgedPage>& pages, Table& table) {
  double megabytes = 0;
  for (const JudgedPage& page : pages) megabytes += static_cast<double>(page.html.size()) / 1e6;
  const double tree = least_seconds(pages, parse_tree);
  const double ours = least_seconds(pages, read_page);
  table.add({set, number(megabytes, 1), number(megabytes / tree, 1), number(megabytes / ours, 1),
             number(tree / ours, 2)});
}

std::vector<PageResult> read_all(const std::vector<JudgedPage>& pages) {
  std::vector<PageResult> results;
  for (const JudgedPage& page : pages) {
    std::string why_not;
    auto document = indexer::read_html_page(page.html, {}, {}, why_not);
    PageResult result{&page, document ? std::move(*document) : Document(), {}};
    result.overlap = token_overlap(page.body, result.document.body);
    results.push_back(std::move(result));
  }
  return results;
}

std::vector<const PageResult*> in_half(const std::vector<PageResult>& results, Half half) {
  std::vector<const PageResult*> chosen;
  for (const PageResult& result : results)
    if (half == Half::both || half_of(result.page->name) == half) chosen.push_back(&result);
  return chosen;
}

}  // namespace

int run_extraction(const ExtractionOptions& options) {
  const std::string folder = options.data + "/formats";
  std::vector<SetResult> sums;
  Table speed({"speed", "MB", "libxml2 tree, MB/s", "nsearch, MB/s", "ratio"});
  const std::vector<std::pair<const char*, Half>> halves = {
      {"a", Half::a}, {"b", Half::b}, {"both", Half::both}};
  for (const std::string& set : page_sets()) {
    if (!fs::exists(folder + '/' + set + ".tar.gz")) continue;
    const std::vector<JudgedPage> pages = load_page_set(folder, set);
    const std::vector<PageResult> results = read_all(pages);
    if (!options.texts.empty()) write_texts(options.texts + '/' + set, results);
    for (const auto& [name, half] : halves) {
      if (options.half != "all" && options.half != name) continue;
      const auto chosen = in_half(results, half);
      sums.push_back(summarise(set, name, chosen));
      if (options.half == "all" && half != Half::both) continue;
      if (options.worst > 0) {
        print_worst(chosen, options.worst);
        print_differences(chosen);
      }
    }
    if (options.speed) print_speed(set, pages, speed);
  }
  if (sums.empty()) {
    std::cerr << "skipped: no judged pages in " << folder << " (name another folder with --data)\n";
    return skipped;
  }
  if (options.json) {
    ordered_json out = ordered_json::array();
    for (const SetResult& sum : sums) out.push_back(to_json(sum));
    std::cout << out.dump(2) << '\n';
    return 0;
  }
  if (options.worst > 0) std::cout << '\n';
  print(sums);
  if (options.speed) {
    std::cout << '\n';
    speed.print(std::cout);
  }
  return 0;
}

}  // namespace nsearch::quality
