// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/analyzer.h"

namespace nsearch::searcher {

inline constexpr std::size_t most_accent_variants = 96;

/// Spellings of `word` (case-folded) that differ from it in accents: each of its letters by itself with each
/// accent of `accents` (LanguageProfile::accents), from the end of the word to its beginning, then a diaeresis
/// and another accent together (laicite: laïcité; zuruckfuhrte: zurückführte), and ç and the next letter's (nacao: nação). At most most_accent_variants.
///
/// These are for stemming, not for spelling: what an accent does to a stem hangs on the one in the ending, or
/// on a diaeresis that parts two vowels. Over the Snowball vocabularies of the languages that have `accents` they
/// give the stem of every accented word.
std::vector<std::string> accent_variants(std::string_view word, std::string_view accents);

/// The stems that a query's word may have with other accents than were typed, each once, in the language of
/// `analyzer`; `exact` and `surface` are its forms. A word typed without accents is stemmed with any
/// (developpee: développée); one typed with accents, without (as it stands in capitals). Nothing for names that
/// the language protects.
std::vector<std::string> accented_stems(std::string_view exact, std::string_view surface, Analyzer& analyzer);

}  // namespace nsearch::searcher
