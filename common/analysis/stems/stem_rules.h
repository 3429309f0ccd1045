// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nsearch::analysis {

/// What a language's rules make of a word before, or in place of, its Snowball stemmer.
enum class Reduced : std::uint8_t {
  unchanged,  ///< Snowball stems the word
  base,       ///< Snowball stems another word in its place
  stem,       ///< the stem itself
};

/// A language's own rules of inflection. Immutable, so thread-safe.
class StemRules {
 public:
  virtual ~StemRules() = default;

  /// Takes time that grows with the square of the length: no words longer than Stemmer::max_word.
  /// `word`: case-folded, accented, as the overrides leave it; `out` is not touched where the word is left
  /// unchanged.
  virtual Reduced reduce(std::string_view word, std::string& out) const = 0;

  /// The lists that it goes by, for the fingerprint.
  virtual std::vector<std::string_view> lists() const = 0;
};

/// Made at the first call.
const StemRules& dutch_stem_rules();
const StemRules& french_stem_rules();
const StemRules& german_stem_rules();

}  // namespace nsearch::analysis
