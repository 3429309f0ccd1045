// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/segmenter.h"

namespace nsearch::analysis {

/// A chain of digit runs as a number.
struct Number {
  bool found = false;
  std::uint32_t end = 0;  ///< of the chain, or of the part of it that is the number
  std::string value;      ///< "16.86": ASCII digits, a decimal point, no thousands separators
};

/// Reads numbers written with separators.
///
/// The chain is read from the digit run `first`, over . , apostrophes and the spaces that don't break. It is
/// one number where it is grouped in thousands (1-3 digits that don't begin with 0, then groups of three, one
/// kind of separator), has a decimal part after a point or comma, or both. A day and a year ("13,2025") are
/// two numbers, dates and versions
/// ("13.03.2025") as many as they have parts: found is then false, and `end` is where the chain ends.
Number read_number(std::string_view text, const Run& first, Segmenter& segmenter);

/// How many runs from `first` on are one number grouped by ordinary spaces ("10 000 000"): 1 where it isn't.
std::size_t count_spaced_groups(std::string_view text, const Run& first, Segmenter& segmenter);

}  // namespace nsearch::analysis
