// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/hypotheses.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>

namespace nsearch::detection {
namespace {

// All in nats; found on one half of the data that docs/language-identification.md names, where all lie on
// plateaus.

// What a word of a text in a language with a list gains at least, on the average, over the mean of all
// languages.
constexpr float kUnknownPerWord = 2.3F;
// What CLD2's firm word adds to a language with a list, growing with the text; and its best effort to any.
constexpr float kCld2Firm = 4.0F;
constexpr float kCld2FirmPerWord = 0.25F;
constexpr float kCld2BestEffort = 2.0F;
// What its firm word adds to a language without a list.
constexpr float kCld2Other = 7.0F;
constexpr float kCld2OtherPerWord = 0.6F;
// The head start of the candidates.
constexpr float kCandidate = 4.0F;
// The lead that reliability needs, and how much more for each word below kFewWords.
constexpr float kNeeded = 6.0F;
constexpr float kFewWords = 4.5F;
constexpr float kNeededPerMissing = 2.0F;
// Danish and Norwegian share most words; a Luxembourgish headline may consist of German ones.
constexpr float kDanishDiscount = 1.5F;
constexpr float kLuxembourgishDiscount = 2.0F;

bool contains(const std::vector<std::string>& list, std::string_view code) {
  return std::find(list.begin(), list.end(), code) != list.end();
}

// CLD2 calls a text English when it knows nothing better, so that its "en" says nothing.
float cld2_bonus(const Evidence& evidence, const Cld2Verdict& cld2) {
  if (cld2.language == "en") return 0;
  return cld2.firm ? kCld2Firm + kCld2FirmPerWord * evidence.words : kCld2BestEffort;
}

float unknown_score(const Evidence& evidence) {
  return evidence.average + kUnknownPerWord * evidence.words;
}

float other_bonus(const Evidence& evidence, bool firm) {
  return firm ? kCld2Other + kCld2OtherPerWord * evidence.words : kCld2BestEffort;
}

std::vector<Hypothesis>::iterator find(std::vector<Hypothesis>& all, std::string_view language) {
  return std::find_if(all.begin(), all.end(),
                      [&](const Hypothesis& one) { return one.language == language; });
}

// By how much the lead of a over b is less than it seems.
float sister_discount(std::string_view a, std::string_view b) {
  if (b == "lb") return kLuxembourgishDiscount;
  const bool danish_or_norwegian = (a == "da" && b == "no") || (a == "no" && b == "da");
  return danish_or_norwegian ? kDanishDiscount : 1.0F;
}

}  // namespace

std::vector<Hypothesis> rank_hypotheses(const Evidence& evidence, const Cld2Verdict& cld2,
                                        const std::vector<std::string>& candidates) {
  std::vector<Hypothesis> all;
  all.reserve(kEvidenceLanguages + 2);
  for (std::size_t i = 0; i < kEvidenceLanguages; ++i) {
    const std::string_view language = language_of_list(i);
    const auto known = find(all, language);
    if (known == all.end()) {
      all.push_back({std::string(language), evidence.score[i]});
    } else {
      known->score = std::max(known->score, evidence.score[i]);
    }
  }
  if (const auto known = find(all, cld2.language); known != all.end()) {
    known->score += cld2_bonus(evidence, cld2);
  } else if (cld2.language != "und") {
    all.push_back({cld2.language, unknown_score(evidence) + other_bonus(evidence, cld2.firm)});
  }
  all.push_back({"und", unknown_score(evidence)});
  for (Hypothesis& one : all)
    if (contains(candidates, one.language)) one.score += kCandidate;
  std::stable_sort(all.begin(), all.end(),
                   [](const Hypothesis& a, const Hypothesis& b) { return a.score > b.score; });
  return all;
}

bool is_beyond_doubt(const Evidence& evidence, float needed) {
  auto scores = evidence.score;
  // The lists of one language are no rivals: the worse of the two Norwegian ones stands back.
  float& bokmal = scores[evidence_index("nb")];
  float& nynorsk = scores[evidence_index("nn")];
  (bokmal < nynorsk ? bokmal : nynorsk) = std::numeric_limits<float>::lowest();
  std::partial_sort(scores.begin(), scores.begin() + 2, scores.end(), std::greater<>());
  const float other = unknown_score(evidence) + other_bonus(evidence, true);
  const float cld2 = kCld2Firm + kCld2FirmPerWord * evidence.words;
  return scores[0] - scores[1] - cld2 - kCandidate > needed * kLuxembourgishDiscount &&
         scores[0] - other - kCandidate > needed;
}

float needed_lead(float words) {
  return kNeeded + kNeededPerMissing * std::max(0.0F, kFewWords - words);
}

float lead_of(const std::vector<Hypothesis>& ranked) {
  const Hypothesis& best = ranked.front();
  float lead = best.score - ranked[1].score;
  for (const Hypothesis& other : ranked)
    if (&other != &best)
      lead = std::min(lead, (best.score - other.score) / sister_discount(best.language, other.language));
  return lead;
}

bool is_confused_by_cld2(std::string_view language) {
  static constexpr std::array<std::string_view, 16> kConfused = {
      "bs", "gd", "hr", "ht", "id", "ku", "ky", "lg", "ms", "ny", "rw", "sm", "sr", "st", "su", "jv"};
  return std::find(kConfused.begin(), kConfused.end(), language) != kConfused.end();
}

}  // namespace nsearch::detection
