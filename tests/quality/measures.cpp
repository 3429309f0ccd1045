// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace nsearch::quality {
namespace {

/// The grades of the ranked documents, best rank first, after what is left out has been taken out.
std::vector<int> grades_of(const Judgments& judgments, const Ranking& ranking) {
  std::vector<int> grades;
  grades.reserve(ranking.size());
  for (const RankedDocument& document : ranking) {
    if (judgments.left_out.contains(document.id)) continue;
    const auto known = judgments.relevant.find(document.id);
    grades.push_back(known == judgments.relevant.end() ? 0 : known->second);
  }
  return grades;
}

double discounted_gain_10(const std::vector<int>& grades) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(grades.size(), 10); ++i)
    sum += (std::exp2(grades[i]) - 1) / std::log2(static_cast<double>(i) + 2);
  return sum;
}

double ideal_gain_10(const Judgments& judgments) {
  std::vector<int> grades;
  for (const auto& [id, grade] : judgments.relevant) grades.push_back(grade);
  std::sort(grades.begin(), grades.end(), std::greater<>());
  return discounted_gain_10(grades);
}

}  // namespace

Measures measure(const Judgments& judgments, const Ranking& ranking) {
  const std::vector<int> grades = grades_of(judgments, ranking);
  const double all = static_cast<double>(judgments.relevant.size());
  Measures out;
  double found = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(grades.size(), 1000); ++i) {
    if (grades[i] <= 0) continue;
    const double rank = static_cast<double>(i) + 1;
    ++found;
    if (found == 1 && i < 10) out.mrr_10 = 1 / rank;
    out.map += found / rank / all;
    if (i < 100) out.recall_100 = found / all;
  }
  out.ndcg_10 = discounted_gain_10(grades) / ideal_gain_10(judgments);
  return out;
}

std::map<std::string, Measures> measure_run(const Qrels& qrels, const Run& run) {
  std::map<std::string, Measures> by_query;
  for (const auto& [query, judgments] : qrels) {
    const auto ranking = run.find(query);
    by_query[query] = measure(judgments, ranking == run.end() ? Ranking{} : ranking->second);
  }
  return by_query;
}

Measures mean(const std::map<std::string, Measures>& by_query) {
  Measures sum;
  if (by_query.empty()) return sum;
  for (const auto& [query, m] : by_query) {
    sum.ndcg_10 += m.ndcg_10;
    sum.mrr_10 += m.mrr_10;
    sum.map += m.map;
    sum.recall_100 += m.recall_100;
  }
  const double n = static_cast<double>(by_query.size());
  return {sum.ndcg_10 / n, sum.mrr_10 / n, sum.map / n, sum.recall_100 / n};
}

std::size_t first_relevant(const Judgments& judgments, const Ranking& ranking) {
  const std::vector<int> grades = grades_of(judgments, ranking);
  const auto first = std::find_if(grades.begin(), grades.end(), [](int grade) { return grade > 0; });
  return first == grades.end() ? 0 : static_cast<std::size_t>(first - grades.begin()) + 1;
}

std::vector<double> ndcg_differences(const std::map<std::string, Measures>& ours,
                                     const std::map<std::string, Measures>& theirs) {
  std::vector<double> differences;
  differences.reserve(ours.size());
  for (const auto& [query, m] : ours) differences.push_back(m.ndcg_10 - theirs.at(query).ndcg_10);
  return differences;
}

}  // namespace nsearch::quality
