// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "detection/evidence_languages.h"

namespace nsearch::detection {

/// How many words of a text each word list holds. Words in capitals or with one are left out: they may be
/// names.
struct ListedWords {
  std::array<std::uint32_t, kEvidenceLanguages> listed{};
  std::uint32_t words = 0;  ///< in Latin letters, listed or not
  std::uint32_t other_script_letters = 0;

  void add(const ListedWords& more) {
    for (std::size_t i = 0; i < kEvidenceLanguages; ++i) listed[i] += more.listed[i];
    words += more.words;
    other_script_letters += more.other_script_letters;
  }
};

/// A cheap first look at a text's language, several times as fast as weigh_evidence(): whole words only, no
/// letters, no weights. Linear; thread-safe; allocates nothing.
ListedWords count_listed_words(std::string_view utf8);

}  // namespace nsearch::detection
