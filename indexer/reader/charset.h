// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nsearch::indexer {

/// Bytes as UTF-8, and what they were read as.
struct DecodedText {
  std::string text;     ///< well-formed UTF-8, without a byte order mark; control characters are left
  std::string charset;  ///< IANA name: "UTF-8", "windows-1252"
  bool guessed =
      false;  ///< neither a byte order mark, nor being well-formed UTF-8, nor the declaration said it
  std::size_t replaced = 0;  ///< sequences that stand for no character in it: U+FFFD each
};

/// Which charset bytes are in, and how that is known.
struct CharsetChoice {
  std::string charset;
  bool guessed = false;
};

/// Finds the charset of `bytes`, of which `declared` is what their envelope says (a charset's name in any
/// spelling that ICU knows; empty or unknown: nothing). In this order: a byte order mark; the pattern of NULs
/// that UTF-16 and UTF-32 leave; well-formed UTF-8, whatever is declared, because text in another charset hardly
/// ever is by chance; UTF-8 with fewer faults than characters; what is declared; the most likely by the bytes,
/// Windows-1252 where nothing speaks for another. As on the web, ISO-8859-1 and US-ASCII are read as
/// Windows-1252, and charsets in which plain ASCII means something else (UTF-7, EBCDIC) are never believed.
/// Looks at no more than 128 KiB, except to validate UTF-8. Thread-safe.
CharsetChoice find_charset(std::string_view bytes, std::string_view declared = {});

/// `bytes` as UTF-8. Needs up to three times their memory. Thread-safe.
DecodedText to_utf8(std::string_view bytes, std::string_view declared = {});

/// What a reader says of a text that was not plainly UTF-8: "read as windows-1252 (guessed)"; empty for UTF-8
/// without faults.
std::string charset_note(const DecodedText& text);
std::string charset_note(const CharsetChoice& choice, std::size_t replaced);

}  // namespace nsearch::indexer
