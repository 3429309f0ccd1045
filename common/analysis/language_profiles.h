// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "analysis/compound_splitter.h"
#include "analysis/stems/stem_rules.h"
#include "analysis/word_overrides.h"
#include "nsearch/export.h"

namespace nsearch::analysis {

/// One row a language: all that the chain knows of it. Its lists are found by its code, under
/// common/analysis/data/: stop_words/CODE.txt, overrides/CODE.txt (may be absent), probe/CODE.txt (for the
/// fingerprint).
struct LanguageProfile {
  std::string_view code;
  std::string_view name;
  std::string_view native;
  std::string_view algorithm;  ///< of Snowball; empty: words are their own stems
  bool turkish_case = false;   ///< I is the capital of ı
  const CompoundSplitter* (*splitter)() = nullptr;
  const StemRules& (*stems)() = nullptr;  ///< its own rules of inflection, before or in place of Snowball's
  /// The accents that its stems depend on: groups "letters:accented letters". Words typed without them are
  /// looked up with them. No part of what is indexed, so outside the fingerprint.
  std::string_view accents = {};
};

/// A set that is asked by string_view.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using WordSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

/// What an analyzer of a language needs, made once and shared. Immutable.
struct LanguageRules {
  explicit LanguageRules(const LanguageProfile& row);

  const LanguageProfile& profile;
  WordSet stop_words;  ///< case-folded, accented
  WordOverrides overrides;
  const CompoundSplitter* splitter;
  const StemRules* stems;
};

/// The row of `code`; that of "und" where there is none.
const LanguageProfile& language_profile(std::string_view code);

/// The rules of `code`; those of "und" where the language has no profile. Thread-safe.
NSEARCH_EXPORT const LanguageRules& language_rules(std::string_view code);

}  // namespace nsearch::analysis
