// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/csv_columns.h"

#include <algorithm>
#include <charconv>

#include "reader/clean_text.h"
#include "reader/column_names.h"
#include "reader/field_text.h"
#include "reader/field_value.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

}  // namespace

CsvColumns::CsvColumns(const FieldMap& map, std::vector<std::string> header) : header_(std::move(header)) {
  for (const std::string& name : header_) plain_.push_back(plain_name(name));
  for (const FieldBinding& binding : map.bindings()) bind(binding);
  const std::vector<Column> bound = columns_;
  for (std::size_t i = 0; i < header_.size(); ++i) {
    const bool taken =
        std::any_of(bound.begin(), bound.end(), [i](const Column& column) { return column.index == i; });
    const bool named_before = find(header_[i]) < i;
    if (!taken && !named_before && FieldMap::may_be_facet(plain_[i])) {
      columns_.push_back({Field::facet, facet_name(clean_line(header_[i])), i});
    }
  }
}

/// A column by its name; by its number, from 1, where none has that name.
std::size_t CsvColumns::find(std::string_view name) const {
  const auto found = std::find(plain_.begin(), plain_.end(), plain_name(name));
  if (found != plain_.end()) return static_cast<std::size_t>(found - plain_.begin());
  std::size_t number = 0;
  const auto parsed = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool all = parsed.ec == std::errc() && parsed.ptr == name.data() + name.size();
  return all && number >= 1 && number <= header_.size() ? number - 1 : none;
}

void CsvColumns::bind(const FieldBinding& binding) {
  const bool own = binding.field != Field::facet && binding.input == field_name(binding.field);
  if (own) return bind_usual(binding.field);
  const std::size_t index = find(binding.input);
  if (index != none) columns_.push_back({binding.field, facet_name(binding.facet), index});
}

/// One column only: of "text" and "summary" the other stays a further field.
void CsvColumns::bind_usual(Field field) {
  for (const std::string_view name : usual_names(field)) {
    const auto found = std::find(plain_.begin(), plain_.end(), name);
    if (found == plain_.end()) continue;
    columns_.push_back({field, {}, static_cast<std::size_t>(found - plain_.begin())});
    return;
  }
}

bool CsvColumns::has_body() const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [](const Column& column) { return column.field == Field::body; });
}

std::string CsvColumns::names() const {
  constexpr std::size_t named = 8;
  std::string names;
  for (std::size_t i = 0; i < std::min(named, header_.size()); ++i) {
    if (i > 0) names += ", ";
    const std::string_view head = std::string_view(header_[i]).substr(0, max_facet_name_bytes);
    names += clean_line(head.substr(0, find_invalid_utf8(head)));
  }
  return header_.size() > named ? names + ", ..." : names;
}

void CsvColumns::read(std::vector<std::string>&& row, Document& document,
                      std::vector<std::string>& notes) const {
  bool full = false;
  for (const Column& column : columns_) {
    if (column.index >= row.size()) continue;
    const std::string& value = row[column.index];
    if (column.field != Field::facet) {
      set_field_text(column.field, value, document);
    } else if (!column.facet.empty() && !full) {
      full = !add_facet(document, column.facet, value);
    }
  }
  if (full)
    notes.push_back("more than " + std::to_string(max_facets) + " further values; the rest is left out");
}

}  // namespace nsearch::indexer
