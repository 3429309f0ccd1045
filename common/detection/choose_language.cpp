// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>

#include "detection/listed_words.h"
#include "detection/text_sample.h"
#include "nsearch/language.h"

namespace nsearch {
namespace {

using namespace detection;

// When a text is so plainly in the language that it is declared in that detection would say the same:
// docs/language-identification.md has what they were chosen by.
constexpr std::uint32_t kManyWords = 50;
constexpr std::uint32_t kPercentListed = 40;
constexpr std::uint32_t kLeadOverOthers = 15;  // words
constexpr std::uint32_t kOneInOtherScript = 4;

ListedWords count_sampled_words(std::string_view utf8) {
  ListedWords all;
  for (const std::string_view passage : sample_passages(utf8)) all.add(count_listed_words(passage));
  return all;
}

/// Whether the words of the text's sample are plainly those of `language`. Several times as fast as
/// detect_language(), and less often sure.
bool has_words_of(const std::string& language, std::string_view utf8) {
  const ListedWords counts = count_sampled_words(utf8);
  if (counts.words < kManyWords || counts.other_script_letters * kOneInOtherScript >= counts.words)
    return false;
  std::uint32_t own = 0, other = 0;
  for (std::size_t i = 0; i < kEvidenceLanguages; ++i) {
    std::uint32_t& most = language_of_list(i) == language ? own : other;
    most = std::max(most, counts.listed[i]);
  }
  return own * 100 >= counts.words * kPercentListed && own >= other + kLeadOverOthers;
}

LanguageGuess keep_declared(const std::string& declared, const LanguageGuess& detected) {
  if (declared == detected.language && detected.reliable)
    return {declared, 1, true, "declared " + declared + ", and detected reliably"};
  return {declared, 0.5, true, "declared " + declared + "; detection can't tell (" + detected.reason + ")"};
}

}  // namespace

LanguageGuess choose_language(std::string_view utf8, const LanguageClues& clues) {
  if (!clues.forced.empty()) {
    const std::string forced = primary_language(clues.forced);
    return {forced, 1, true, "forced to " + forced};
  }
  const std::string declared = clues.declared.empty() ? "und" : primary_language(clues.declared);
  if (declared != "und" && has_words_of(declared, utf8))
    return {declared, 1, true, "declared " + declared + ", and its words are"};
  LanguageGuess detected = detect_language(utf8, {clues.candidates});
  if (declared == "und") {
    if (!detected.reliable) detected.language = "und";
    return detected;
  }
  if (!detected.reliable || declared == detected.language) return keep_declared(declared, detected);
  detected.reason =
      "declared " + declared + ", detected " + detected.language + " reliably: " + detected.reason;
  return detected;
}

}  // namespace nsearch
