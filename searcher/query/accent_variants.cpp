// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/accent_variants.h"

#include <algorithm>

#include "analysis/language_profiles.h"
#include "analysis/stemmer.h"
#include "analysis/utf8.h"

namespace nsearch::searcher {

namespace {

/// One letter (or two: oe) of a word, and what may stand for it.
struct Change {
  std::size_t at = 0;
  std::size_t length = 0;
  std::string_view letter;
};

bool has_diaeresis(std::string_view letter) {
  constexpr std::string_view all[] = {"ä", "ë", "ï", "ö", "ü"};
  return std::find(std::begin(all), std::end(all), letter) != std::end(all);
}

/// Whether a stem may hang on the two together: laïcité, nação.
bool go_together(const Change& earlier, const Change& later) {
  const std::size_t end = earlier.at + earlier.length;
  if (earlier.letter == "ç" && end == later.at) return true;
  if (earlier.letter == "ü" && end <= later.at && has_diaeresis(later.letter)) return true;  // zurückführte
  return end <= later.at && has_diaeresis(earlier.letter) != has_diaeresis(later.letter);
}

/// Calls `use(base, accented letter)` for each of `accents`, as LanguageProfile has them.
template <typename Use>
void for_each_accent(std::string_view accents, Use use) {
  while (!accents.empty()) {
    const std::size_t end = std::min(accents.find(' '), accents.size());
    const std::string_view group = accents.substr(0, end);
    const std::size_t colon = group.find(':');
    for (std::size_t at = colon + 1; at < group.size();) {
      const std::size_t length = analysis::decode(group, at).length;
      use(group.substr(0, colon), group.substr(at, length));
      at += length;
    }
    accents.remove_prefix(std::min(end + 1, accents.size()));
  }
}

std::vector<Change> changes(std::string_view word, std::string_view accents) {
  std::vector<Change> all;
  for (std::size_t at = word.size(); at-- > 0;) {
    for_each_accent(accents, [&](std::string_view base, std::string_view letter) {
      if (word.substr(at, base.size()) == base) all.push_back({at, base.size(), letter});
    });
  }
  return all;
}

std::string changed(std::string_view word, const Change& change) {
  std::string text(word);
  return text.replace(change.at, change.length, change.letter);
}

}  // namespace

std::vector<std::string> accent_variants(std::string_view word, std::string_view accents) {
  const std::vector<Change> all = changes(word, accents);
  std::vector<std::string> variants;
  for (const Change& change : all) {
    if (variants.size() == most_accent_variants) return variants;
    variants.push_back(changed(word, change));
  }
  for (const Change& later : all) {
    for (const Change& earlier : all) {
      if (!go_together(earlier, later)) continue;
      if (variants.size() == most_accent_variants) return variants;
      variants.push_back(changed(changed(word, later), earlier));
    }
  }
  return variants;
}

std::vector<std::string> accented_stems(std::string_view exact, std::string_view surface,
                                        Analyzer& analyzer) {
  const analysis::LanguageRules& rules = analysis::language_rules(analyzer.language());
  const std::string_view accents = rules.profile.accents;
  if (accents.empty() || surface.size() > analysis::Stemmer::max_word) return {};
  if (rules.overrides.is_protected(rules.overrides.base_of(exact))) return {};
  if (exact.ends_with("'s")) exact.remove_suffix(2);
  const bool typed_plain = exact == surface;
  const std::vector<std::string> variants =
      typed_plain ? accent_variants(exact, accents) : std::vector<std::string>{std::string(surface)};
  std::vector<std::string> stems;
  AnalyzedText text;
  for (const std::string& variant : variants) {
    analyzer.analyze(variant, text);
    if (text.positions() != 1) continue;
    const Token& token = text.tokens().front();
    if (token.kind != TokenKind::word || token.stop_word || token.stem.empty()) continue;
    if (std::find(stems.begin(), stems.end(), token.stem) == stems.end()) stems.emplace_back(token.stem);
  }
  return stems;
}

}  // namespace nsearch::searcher
