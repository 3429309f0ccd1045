// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "nsearch/language.h"

namespace nsearch {
namespace {

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
