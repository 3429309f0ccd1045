// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Unicode normalisation, by ICU. Every function takes well-formed UTF-8 and replaces the content of `out`.
namespace nsearch::analysis {

/// NFKC_Casefold (UAX #44): compatibility forms, ligatures and case folded, soft hyphens and zero-width
/// characters gone. Decimal digits of every script become ASCII digits.
void nfkc_casefold(std::string_view utf8, std::string& out);

/// NFKC with the letters lower-cased as Turkish does: I -> ı, İ -> i.
void nfkc_turkish_lower(std::string_view utf8, std::string& out);

void nfd(std::string_view utf8, std::string& out);
void nfc(std::string_view utf8, std::string& out);

}  // namespace nsearch::analysis
