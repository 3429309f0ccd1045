// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/ranking.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

namespace nsearch::searcher {

namespace {

/// Of a language's best candidates the first ones may all be on the story; the next ones are its also-rans.
constexpr std::size_t may_be_related = 8, also_rans = 8;

constexpr double nearness_gain = 0.2, nearness_half_life = 7.0 * 86400;

/// Less is chance.
constexpr double least_score = 0.03;
constexpr std::size_t least_answers = 2;

/// `beyond`: what articles that were not compared would have scored.
std::map<std::string, double> levels(const std::vector<Compared>& compared, double beyond) {
  std::map<std::string, std::vector<double>> scores;
  for (const Compared& one : compared) scores[one.candidate.language].push_back(one.likeness.score);
  std::map<std::string, double> levels;
  for (auto& [language, list] : scores) {
    std::sort(list.rbegin(), list.rend());
    list.resize(may_be_related + also_rans, beyond);
    const double sum = std::accumulate(list.begin() + may_be_related, list.end(), 0.0);
    levels[language] = sum / also_rans;
  }
  return levels;
}

double nearness(const std::optional<std::int64_t>& a, const std::optional<std::int64_t>& b) {
  if (!a || !b) return 1;
  const double apart = std::abs(static_cast<double>(*a) - static_cast<double>(*b));
  return 1 + nearness_gain * std::exp2(-apart / nearness_half_life);
}

}  // namespace

void rank(std::vector<Compared>& compared, bool all, const std::optional<std::int64_t>& date) {
  if (compared.empty()) return;
  const auto least = std::min_element(
      compared.begin(), compared.end(),
      [](const Compared& a, const Compared& b) { return a.likeness.score < b.likeness.score; });
  const std::map<std::string, double> level = levels(compared, all ? 0 : least->likeness.score);
  for (Compared& one : compared)
    one.score = (one.likeness.score - level.at(one.candidate.language)) * nearness(date, one.candidate.date);
  std::erase_if(compared, [](const Compared& one) {
    return one.score < least_score || one.likeness.answers.size() < least_answers;
  });
  std::stable_sort(compared.begin(), compared.end(), [](const Compared& a, const Compared& b) {
    return a.score != b.score ? a.score > b.score : a.candidate.document < b.candidate.document;
  });
}

}  // namespace nsearch::searcher
