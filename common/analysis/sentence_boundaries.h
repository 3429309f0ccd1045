// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/character_class.h"
#include "nsearch/analyzer.h"

namespace nsearch::analysis {

/// Whether a word is written with a full stop that ends no sentence: "dr", "mme", "blz".
bool is_abbreviation(std::string_view surface);
bool is_german_month(std::string_view surface);

/// Finds where sentences and paragraphs end, by rules.
///
/// A sentence ends at . ! ? … and their like, followed by closing quotes or brackets, white space and no
/// lower-case letter; not at the full stop of an initial ("J. Dupont"), an abbreviation, or a German ordinal
/// before a month. A paragraph ends at an empty line, or at the end of a line that ends as sentences,
/// headings and quotes do, or is so long that nobody wrapped it: texts wrapped at a fixed width stay whole.
class SentenceBoundaries {
 public:
  void set_text(std::string_view utf8);

  /// What ends in the gap between two words, [begin, end) in bytes; gaps in order. The flags (WordFlag) are
  /// those of the words before and after it.
  Boundary between(std::uint32_t begin, std::uint32_t end, std::uint16_t before, std::uint16_t after);

 private:
  bool ends_line(std::uint32_t line_break) const;
  bool ends_sentence(std::string_view gap, std::uint32_t next, bool abbreviated) const;
  bool paragraph_in(std::uint32_t begin, std::uint32_t end);

  std::string_view text_;
  std::uint32_t line_begin_ = 0;
};

}  // namespace nsearch::analysis
