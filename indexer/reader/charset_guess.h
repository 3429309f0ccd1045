// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer {

/// UTF-16 or UTF-32 of either byte order without a mark, by the NULs that ASCII characters leave in it; empty:
/// neither.
std::string_view guess_wide_charset(std::string_view bytes);

/// The likeliest charset of bytes that are no UTF-8 and hold bytes beyond ASCII.
std::string guess_charset(std::string_view bytes);

struct WesternGuess {
  std::string_view name;
  bool likely = false;  ///< it makes words rather than nonsense
};

/// The Western European charset that makes the best words of `bytes`: windows-1252, ISO-8859-15, macintosh or
/// IBM850.
WesternGuess guess_western_charset(std::string_view bytes);

/// Whether bytes that are not all well-formed UTF-8 are still best read as such: their well-formed sequences
/// outnumber their faults.
bool is_damaged_utf8(std::string_view bytes);

}  // namespace nsearch::indexer
