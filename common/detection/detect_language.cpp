// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>
#include <string>

#include "detection/cld2_adapter.h"
#include "detection/evidence.h"
#include "detection/hypotheses.h"
#include "detection/text_sample.h"
#include "nsearch/language.h"

namespace nsearch {
namespace {

using namespace detection;

bool is_candidate(const std::string& language, const DetectionOptions& options) {
  const auto& all = options.candidates;
  return language != "und" && (all.empty() || std::find(all.begin(), all.end(), language) != all.end());
}

bool has_list(std::string_view language) {
  for (std::size_t list = 0; list < kEvidenceLanguages; ++list)
    if (language_of_list(list) == language) return true;
  return false;
}

// Half at the lead that reliability needs, growing towards one.
double confidence_of(float lead, float needed) {
  return lead <= 0 ? 0 : 1 - std::exp2(-static_cast<double>(lead) / static_cast<double>(needed));
}

LanguageGuess unsure(std::string language, double confidence, std::string reason) {
  return {std::move(language), std::min(confidence, 0.49), false, std::move(reason)};
}

std::string cld2_remark(const Cld2Verdict& cld2, const std::string& language) {
  if (cld2.language == "und") return {};
  return cld2.language == language ? ", and so does CLD2" : ", though CLD2 says " + cld2.language;
}

// Greek, Cyrillic, Arabic, Chinese and so on: the script says much, and our lists nothing.
LanguageGuess judge_by_script(const Cld2Verdict& cld2, const DetectionOptions& options) {
  if (cld2.language == "und") return unsure("und", 0, "letters that are not Latin, of a language unknown");
  if (!is_candidate(cld2.language, options))
    return unsure("und", 0, "looks like " + cld2.language + ", which is not among the candidates");
  if (!cld2.firm) return unsure(cld2.language, 0.4, "too short to be sure of " + cld2.language);
  if (options.candidates.empty() && is_confused_by_cld2(cld2.language))
    return unsure(cld2.language, 0.49, "CLD2 says " + cld2.language + ", for which it takes others too");
  return {cld2.language, 0.9, true, "CLD2 says " + cld2.language + " by its letters"};
}

// The best hypothesis is no language that may be answered: the next best that may, never reliably.
LanguageGuess next_best(const std::vector<Hypothesis>& ranked, const DetectionOptions& options) {
  const auto found = std::find_if(ranked.begin(), ranked.end(),
                                  [&](const Hypothesis& one) { return is_candidate(one.language, options); });
  const std::string language = found == ranked.end() ? "und" : found->language;
  if (ranked[0].language == "und") return unsure(language, 0, "its words are of no language known here");
  return unsure(language, 0, "looks like " + ranked[0].language + ", which is not among the candidates");
}

LanguageGuess judge_by_words(const Evidence& evidence, const Cld2Verdict& cld2,
                             const DetectionOptions& options) {
  const std::vector<Hypothesis> ranked = rank_hypotheses(evidence, cld2, options.candidates);
  const std::string& best = ranked[0].language;
  if (!is_candidate(best, options)) return next_best(ranked, options);
  const float needed = needed_lead(evidence.words);
  const float lead = lead_of(ranked);
  const double confidence = confidence_of(lead, needed);
  const bool own = has_list(best);
  if (!own && !cld2.firm) return unsure(best, confidence, "only CLD2's best effort says " + best);
  if (!own && options.candidates.empty() && is_confused_by_cld2(best))
    return unsure(best, confidence, "CLD2 says " + best + ", for which it takes others too");
  if (lead < needed) {
    const std::string rival = ranked[1].language == "und" ? "a language unknown" : ranked[1].language;
    return unsure(best, confidence, "too little to tell " + best + " from " + rival);
  }
  if (!own)
    return {best, confidence, true, "CLD2 says " + best + ", and its words are of no language with a list"};
  return {best, confidence, true, "words and letters say " + best + cld2_remark(cld2, best)};
}

}  // namespace

LanguageGuess detect_language(std::string_view utf8, const DetectionOptions& asked) {
  DetectionOptions options = asked;
  for (std::string& candidate : options.candidates) candidate = primary_language(candidate);
  const std::string sample = sample_text(utf8);
  const Evidence evidence = weigh_evidence(sample);
  if (evidence.latin_letters + evidence.other_script_letters == 0)
    return unsure("und", 0, "no letters to judge by");
  if (evidence.other_script_letters > evidence.latin_letters)
    return judge_by_script(ask_cld2(sample, options.candidates), options);
  Cld2Verdict cld2{"und", false};
  if (!is_beyond_doubt(evidence, needed_lead(evidence.words))) cld2 = ask_cld2(sample, options.candidates);
  return judge_by_words(evidence, cld2, options);
}

}  // namespace nsearch
