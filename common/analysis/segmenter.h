// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "analysis/character_class.h"

namespace nsearch::analysis {

class DictionaryBreaker;

/// A run of letters, digits and their marks: a word, or a part of one.
struct Run {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;   ///< after the last visible character
  std::uint32_t next = 0;  ///< where the text goes on: after the invisible characters that follow
  bool ascii = true;       ///< all of it
  bool digits = false;     ///< digits only
};

/// Cuts a text into runs (UAX #29, see CharClass). Scripts written without spaces go through ICU's
/// dictionaries.
class Segmenter {
 public:
  Segmenter();
  ~Segmenter();

  void set_text(std::string_view utf8);

  /// The first run at or after `from`; false when there is none.
  bool find(std::uint32_t from, Run& run);

  /// The run that begins exactly at `at`; false when no word begins there.
  bool run_at(std::uint32_t at, Run& run);

  const CharacterClasses& classes() const { return classes_; }

 private:
  bool extend_run(Run& run);
  void next_dictionary_word(Run& run);

  const CharacterClasses& classes_;
  std::string_view text_;
  std::unique_ptr<DictionaryBreaker> dictionary_;  // made when a text first needs it
};

}  // namespace nsearch::analysis
