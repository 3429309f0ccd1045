// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace nsearch::detection {

/// The word lists of ours, words/CODE.txt, by ISO 639-1 code in alphabetical order.
inline constexpr std::array<std::string_view, 16> kEvidenceCodes = {
    "af", "ca", "da", "de", "en", "es", "fi", "fr", "gl", "it", "lb", "nb", "nl", "nn", "pt", "sv"};

constexpr std::size_t kEvidenceLanguages = kEvidenceCodes.size();
constexpr std::size_t kNoLanguage = kEvidenceLanguages;

/// The language of a list, as the rest of nsearch names it: bokmål and nynorsk have a list each and are one
/// language.
constexpr std::string_view language_of_list(std::size_t list) noexcept {
  const std::string_view code = kEvidenceCodes[list];
  return code == "nb" || code == "nn" ? "no" : code;
}

/// How many columns a table has: as many as vector registers like. What stands behind the last language means
/// nothing.
constexpr std::size_t kColumns = 16;
static_assert(kEvidenceLanguages <= kColumns, "the tables have no column left for another language");

/// The index of a code in kEvidenceCodes, or kNoLanguage.
constexpr std::size_t evidence_index(std::string_view code) noexcept {
  std::size_t i = 0;
  while (i < kEvidenceLanguages && kEvidenceCodes[i] != code) ++i;
  return i;
}

}  // namespace nsearch::detection
