// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/page_charset.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "reader/html/sound_text.h"
#include "reader/utf8.h"

namespace nsearch::indexer::html {
namespace {

constexpr std::size_t searched_bytes = 4096;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == ':' || c == '.';
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return lower;
}

/// What follows "charset" and an equals sign.
std::string value_of(std::string_view rest) {
  const std::size_t equals = rest.find_first_not_of(" \t\r\n");
  if (equals == std::string_view::npos || rest[equals] != '=') return {};
  rest.remove_prefix(equals + 1);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\"'"), rest.size()));
  return std::string(rest.begin(), std::find_if_not(rest.begin(), rest.end(), is_name_character));
}

/// Empty where ICU knows no such charset.
std::string converted(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::string utf8(bytes.size() * 3 + 16, '\0');
  const std::int32_t size =
      ucnv_convert("UTF-8", charset.c_str(), utf8.data(), static_cast<std::int32_t>(utf8.size()),
                   bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return {};
  utf8.resize(static_cast<std::size_t>(size));
  return utf8;
}

std::string charset_of(std::string_view bytes, std::string_view charset_of_http) {
  if (const std::string_view mark = foreign_byte_order_mark(bytes); !mark.empty()) return std::string(mark);
  if (find_invalid_utf8(bytes) == std::string_view::npos) return {};
  return charset_of_http.empty() ? meta_charset(bytes) : std::string(charset_of_http);
}

}  // namespace

std::string meta_charset(std::string_view bytes) {
  const std::string head = lower_case(bytes.substr(0, searched_bytes));
  for (std::size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    const std::size_t charset = tag.find("charset");
    if (charset == std::string_view::npos) continue;
    std::string value = value_of(tag.substr(charset + 7));
    if (!value.empty()) return value;
  }
  return {};
}

std::string page_text(std::string_view bytes, std::string_view charset_of_http) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string utf8;
  if (find_invalid_utf8(bytes) != std::string_view::npos) {
    utf8 = converted(bytes, charset_of(bytes, charset_of_http));
    if (utf8.empty()) utf8 = converted(bytes, "windows-1252");
  }
  std::string repaired;
  return std::string(sound_text(utf8.empty() ? bytes : utf8, repaired));
}

}  // namespace nsearch::indexer::html
