// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/charset.h"

#include <simdjson.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <utility>

#include "reader/charset_converter.h"
#include "reader/charset_guess.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t looked_at = 128 * 1024;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Charsets that text declared as another is really in, all of them supersets (WHATWG Encoding Standard).
constexpr std::array<std::pair<std::string_view, const char*>, 10> supersets = {{
    {"US-ASCII", "windows-1252"},
    {"ISO-8859-1", "windows-1252"},
    {"ISO-8859-9", "windows-1254"},
    {"ISO-8859-11", "windows-874"},
    {"TIS-620", "windows-874"},
    {"GB2312", "GB18030"},
    {"GBK", "GB18030"},
    {"EUC-KR", "windows-949"},
    {"KS_C_5601-1987", "windows-949"},
    {"Shift_JIS", "windows-31j"},
}};

bool equal_names(const char* a, std::string_view b) {
  return ucnv_compareNames(a, std::string(b).c_str()) == 0;
}

/// The name by which a charset is commonly known.
std::string iana_name(const std::string& charset) {
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(charset.c_str(), standard, &status);
    if (U_SUCCESS(status) && name != nullptr) return name;
  }
  return charset;
}

/// Whether ASCII bytes mean ASCII characters in it, always.
bool extends_ascii(const UConverter* converter, const std::string& name) {
  switch (ucnv_getType(converter)) {
    case UCNV_SBCS:
    case UCNV_DBCS:
    case UCNV_MBCS:
    case UCNV_UTF8:
    case UCNV_US_ASCII:
    case UCNV_LATIN_1:
      break;
    case UCNV_ISO_2022:
      return equal_names("ISO-2022-JP", name);
    default:
      return false;
  }
  constexpr std::string_view letters = "<Az09>";
  std::array<UChar, 16> units{};
  UErrorCode status = U_ZERO_ERROR;
  const auto length = ucnv_toUChars(const_cast<UConverter*>(converter), units.data(), units.size(),
                                    letters.data(), static_cast<std::int32_t>(letters.size()), &status);
  return U_SUCCESS(status) &&
         std::equal(letters.begin(), letters.end(), units.begin(), units.begin() + length,
                    [](char a, UChar b) { return static_cast<UChar>(a) == b; });
}

/// The charset that a declaration means; empty: none that can be believed.
std::string declared_charset(std::string_view declared) {
  constexpr std::size_t longest_name = 60;
  if (declared.empty() || declared.size() > longest_name || declared.find('\0') != std::string_view::npos) {
    return {};
  }
  const std::string name(declared);
  const OwnedConverter converter = open_converter(name);
  if (!converter || !extends_ascii(converter.get(), iana_name(name))) return {};
  const std::string known = iana_name(name);
  for (const auto& [narrow, wide] : supersets) {
    if (equal_names(known.c_str(), narrow)) return wide;
  }
  return known;
}

}  // namespace

CharsetChoice find_charset(std::string_view bytes, std::string_view declared) {
  if (bytes.substr(0, utf8_mark.size()) == utf8_mark) return {"UTF-8", false};
  if (const auto marked = foreign_byte_order_mark(bytes); !marked.empty())
    return {std::string(marked), false};
  const std::string_view looked = bytes.substr(0, looked_at);
  if (const auto wide = guess_wide_charset(looked); !wide.empty()) return {std::string(wide), true};
  if (const std::string known = declared_charset(declared); !known.empty() && known != "UTF-8") {
    // ISO-2022-JP is all ASCII bytes, and so well-formed UTF-8.
    if (known == "ISO-2022-JP" && looked.find('\x1B') != std::string_view::npos) return {known, false};
    if (!simdjson::validate_utf8(bytes.data(), bytes.size()) && !is_damaged_utf8(bytes))
      return {known, false};
    return {"UTF-8", false};
  }
  if (simdjson::validate_utf8(bytes.data(), bytes.size()) || is_damaged_utf8(bytes)) return {"UTF-8", false};
  return {guess_charset(bytes), true};
}

DecodedText to_utf8(std::string_view bytes, std::string_view declared) {
  DecodedText decoded;
  CharsetChoice choice = find_charset(bytes, declared);
  decoded.charset = std::move(choice.charset);
  decoded.guessed = choice.guessed;
  if (decoded.charset == "UTF-8") {
    if (bytes.substr(0, utf8_mark.size()) == utf8_mark) bytes.remove_prefix(utf8_mark.size());
    if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
      decoded.text = bytes;
      return decoded;
    }
  }
  CharsetConverter converter(decoded.charset);
  converter.append(bytes, true, decoded.text);
  decoded.replaced = converter.replaced();
  constexpr std::string_view mark = "\uFEFF";
  if (std::string_view(decoded.text).substr(0, mark.size()) == mark) decoded.text.erase(0, mark.size());
  return decoded;
}

std::string charset_note(const DecodedText& text) {
  return charset_note({text.charset, text.guessed}, text.replaced);
}

std::string charset_note(const CharsetChoice& choice, std::size_t replaced) {
  if (choice.charset == "UTF-8" && replaced == 0) return {};
  std::string note = "read as " + choice.charset + (choice.guessed ? " (guessed)" : "");
  if (replaced > 0) {
    note += "; " + std::to_string(replaced) +
            (replaced == 1 ? " sequence of bytes that is no character became U+FFFD"
                           : " sequences of bytes that are no characters became U+FFFD");
  }
  return note;
}

}  // namespace nsearch::indexer
