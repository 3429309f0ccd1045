// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/segmenter.h"

namespace nsearch::analysis {

/// What an apostrophe between two runs is.
enum class Apostrophe : std::uint8_t {
  separates,  ///< nothing: 5'10
  elides,     ///< the run before it is an elided article or the like, and no word: l'IA
  inside,     ///< a part of one word: aujourd'hui, don't, OpenAI's, об'єкт
  connects    ///< joins two words: O'Connor, rock'n'roll
};

/// Judges apostrophes, the same in every language: a text's surface forms must not depend on a guessed
/// language. `after` begins right behind the apostrophe that follows `before`.
class Apostrophes {
 public:
  explicit Apostrophes(const CharacterClasses& classes) : classes_(classes) {}

  Apostrophe judge(std::string_view text, const Run& before, const Run& after) const;

 private:
  bool possessive(std::string_view text, const Run& after) const;

  const CharacterClasses& classes_;
};

/// A word without the 's of Dutch and English at its end: "OpenAI's" is "OpenAI".
std::string_view without_possessive(std::string_view word);

}  // namespace nsearch::analysis
