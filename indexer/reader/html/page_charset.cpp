// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/page_charset.h"

#include <algorithm>

#include "reader/charset.h"
#include "reader/html/sound_text.h"

namespace nsearch::indexer::html {
namespace {

constexpr std::size_t searched_bytes = 4096;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
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
  const std::string declared = charset_of_http.empty() ? meta_charset(bytes) : std::string(charset_of_http);
  std::string text = to_utf8(bytes, declared).text;
  std::string repaired;
  return sound_text(text, repaired).data() == text.data() ? std::move(text) : std::move(repaired);
}

}  // namespace nsearch::indexer::html
