// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/field_value.h"

#include <charconv>
#include <cstdint>

#include "reader/clean_text.h"
#include "reader/field_text.h"
#include "reader/json_field.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

std::string date_text(const std::string& line) {
  std::int64_t number = 0;
  const char* end = line.data() + line.size();
  const auto parsed = std::from_chars(line.data(), end, number);
  if (parsed.ec == std::errc() && parsed.ptr == end) {
    if (auto date = date_from_number(number)) return *date;
  }
  return clean_line(line);
}

}  // namespace

void set_field_text(Field field, std::string_view value, Document& document) {
  std::string& text = document_field(document, field);
  if (!text.empty() || is_blank(value)) return;
  text = field == Field::body ? clean_text(value) : clean_line(value);
  if (field == Field::date) text = date_text(text);
}

}  // namespace nsearch::indexer
