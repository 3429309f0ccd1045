// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "detection/evidence_languages.h"

namespace nsearch::detection {

/// What our own word lists say about a text: a naive Bayes verdict over whole words (from the lists) and
/// letters (from trigrams learned from the same lists), each word's say being bounded so that one odd word
/// decides nothing.
struct Evidence {
  std::array<float, kEvidenceLanguages>
      score{};        ///< sums of logarithms, in nats: only their differences count
  float average = 0;  ///< the mean of `score`: what a text in none of them would get
  float words = 0;    ///< names counted less
  std::size_t latin_letters = 0;
  std::size_t other_script_letters = 0;
};

/// For texts below 1 MiB. Linear in the text's length; thread-safe; allocates nothing. Malformed UTF-8 ends a
/// word.
Evidence weigh_evidence(std::string_view utf8);

}  // namespace nsearch::detection
