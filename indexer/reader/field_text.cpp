// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/field_text.h"

#include <algorithm>
#include <charconv>

#include "reader/clean_text.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

constexpr std::int64_t first_year = 1600;
constexpr std::int64_t last_year = 2199;
constexpr std::int64_t first_second = 100'000'000;
constexpr std::int64_t end_second = 7'258'118'400;  // 2200-01-01

}  // namespace

std::optional<std::string> date_from_number(std::int64_t number) {
  if (number >= first_year && number <= last_year) return std::to_string(number);
  if (number >= first_year * 10'000 && number < (last_year + 1) * 10'000) {
    std::string digits = std::to_string(number);
    if (parse_date(digits)) return digits;
    return std::nullopt;
  }
  if (number >= first_second && number < end_second) return format_date({number, true});
  if (number >= first_second * 1000 && number < end_second * 1000) return format_date({number / 1000, true});
  return std::nullopt;
}

std::string number_text(double number) {
  char digits[32];
  const auto result = std::to_chars(digits, digits + sizeof digits, number);
  return {digits, result.ptr};
}

std::string facet_name(std::string_view input_name) {
  if (input_name.empty() || input_name.size() > max_facet_name_bytes || has_control(input_name)) return {};
  std::string name(input_name);
  for (char& c : name) {
    if (c == ' ' || c == ':') c = '_';
  }
  return name;
}

bool add_facet(Document& document, const std::string& name, std::string_view value) {
  if (is_blank(value)) return true;
  if (document.facets.size() == max_facets) return false;
  document.facets.emplace_back(name, clean_text(value));
  return true;
}

void add_facet_line(Document& document, const std::string& name, std::string_view value) {
  const std::string line = clean_line(value);
  const bool known = std::any_of(document.facets.begin(), document.facets.end(), [&](const auto& facet) {
    return facet.first == name && facet.second == line;
  });
  if (!known) add_facet(document, name, line);
}

void append_name(std::string& names, const std::string& name) {
  if (name.empty() || names.size() > max_names_bytes) return;
  if ((", " + names + ",").find(", " + name + ",") != std::string::npos) return;
  if (!names.empty()) names += ", ";
  names += name;
}

}  // namespace nsearch::indexer
