// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/warc/header_fields.h"

#include <algorithm>

namespace nsearch::indexer {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view trimmed_field(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(white);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

HeaderFields::HeaderFields(std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end);
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (!fields_.empty()) fields_.back().second.append(1, ' ').append(trimmed_field(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    fields_.emplace_back(trimmed_field(line.substr(0, colon)), trimmed_field(line.substr(colon + 1)));
  }
}

std::string_view HeaderFields::value(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const auto& field) { return same_word(field.first, name); });
  return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view main_value(std::string_view value) {
  return trimmed_field(value.substr(0, value.find(';')));
}

std::string_view parameter(std::string_view value, std::string_view name) {
  for (std::size_t at = value.find(';'); at != value.npos; at = value.find(';', at + 1)) {
    const std::string_view one = value.substr(at + 1, value.find(';', at + 1) - at - 1);
    const std::size_t equals = one.find('=');
    if (equals == one.npos || !same_word(trimmed_field(one.substr(0, equals)), name)) continue;
    std::string_view found = trimmed_field(one.substr(equals + 1));
    if (found.size() >= 2 && found.front() == '"' && found.back() == '"')
      found = found.substr(1, found.size() - 2);
    return found;
  }
  return {};
}

}  // namespace nsearch::indexer
