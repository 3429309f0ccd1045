// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nsearch/export.h"

/// Languages: which ones nsearch knows, and which one a text is in
/// ===============================================================
///
///     nsearch::primary_language("nl-BE");                        // "nl"
///     auto guess = nsearch::detect_language("De koersen van de aandelen daalden gisteren sterk.");
///     guess.language;   // "nl"
///     guess.reliable;   // true: may be acted upon
///     guess.reason;     // says what the verdict rests on
///
/// A language is named by its ISO 639-1 code where it has one, else by its ISO 639-3 code; "und" is an undetermined
/// language. All functions here are thread-safe.
namespace nsearch {

/// One language that nsearch can stem.
struct LanguageInfo {
  std::string code;        ///< "fr"
  std::string name;        ///< in English, "French"
  std::string native;      ///< in itself, "français"
  std::string stemmer;     ///< the Snowball algorithm, "french"; empty: not stemmed
  std::size_t stop_words;  ///< how many stop words it has
};

/// Every language with a profile, ordered by code; "und" is not among them.
NSEARCH_EXPORT const std::vector<LanguageInfo>& languages();

/// Reduces a BCP 47 tag to the code that nsearch uses: "nl-BE" -> "nl", "FR_be" -> "fr", "fra" and "fre" -> "fr",
/// "iw" -> "he", "zh-Hant-TW" -> "zh". Anything that is no language tag gives "und". RFC 5646.
NSEARCH_EXPORT std::string primary_language(std::string_view tag);

/// A verdict on a text's language.
struct LanguageGuess {
  std::string language = "und";  ///< the best guess, or "und" where there is none
  double confidence = 0;         ///< 0 to 1; comparable between texts, no probability
  bool reliable = false;         ///< whether it may be acted upon: wrong in less than one text of a hundred
  std::string reason;            ///< one phrase for people, "function words and letters agree on nl"
};

struct DetectionOptions {
  std::vector<std::string> candidates;  ///< the only languages considered; empty: all
};

/// Guesses the language of `utf8`. Malformed bytes are ignored. Linear in the text's length, of which at most the
/// first 64 KiB are read.
NSEARCH_EXPORT LanguageGuess detect_language(std::string_view utf8, const DetectionOptions& options = {});

/// What is known about a text's language before looking at it.
struct LanguageClues {
  std::string forced;                   ///< decides, whatever the text says; empty: nothing is forced
  std::string declared;                 ///< what the source says (a BCP 47 tag); empty: nothing
  std::vector<std::string> candidates;  ///< the only languages considered; empty: all
};

/// Decides the language under which a text is indexed. `forced` wins. Else a declared language stands unless a
/// reliable detection contradicts it; with nothing declared only a reliable detection counts, else "und".
NSEARCH_EXPORT LanguageGuess choose_language(std::string_view utf8, const LanguageClues& clues);

}  // namespace nsearch
