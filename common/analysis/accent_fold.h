// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "nsearch/export.h"

namespace nsearch::analysis {

/// Takes the accents off a case-folded text and replaces the content of `out`; the result is in NFC.
///
/// Marks go from Latin and Greek letters and from digits; Arabic short vowels and Hebrew points go, alef
/// loses its hamza and madda; Cyrillic ё becomes е and stress marks go, but й and ї are letters of their own,
/// as are the vowel signs of Indic scripts. Latin letters that Unicode does not decompose fold as people type
/// them: ø o, ł l, đ d, ð d, þ th, œ oe, æ ae, ß ss, ı i, ħ h, ŧ t, ŋ n.
void fold_accents(std::string_view folded, std::string& out);

/// A character without case and accents: 'É' -> "e", 'Œ' -> "oe".
NSEARCH_EXPORT std::string base_letters(std::int32_t character);

}  // namespace nsearch::analysis
