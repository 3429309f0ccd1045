// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/field_map.h"

#include <algorithm>
#include <array>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

constexpr std::array<std::string_view, 8> names = {"id",   "url",  "title",  "body",
                                                   "lang", "date", "source", "author"};

Field field_of(std::string_view name) {
  return static_cast<Field>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::vector<std::string> split_path(const std::string& input) {
  std::vector<std::string> path;
  if (input.find('.') == std::string::npos) return path;
  std::size_t begin = 0;
  while (begin <= input.size()) {
    const std::size_t end = std::min(input.find('.', begin), input.size());
    path.push_back(input.substr(begin, end - begin));
    begin = end + 1;
  }
  return path;
}

}  // namespace

std::string_view field_name(Field field) {
  return names.at(static_cast<std::size_t>(field));
}

FieldMap::FieldMap(const std::vector<std::pair<std::string, std::string>>& given) {
  for (const auto& [name, input] : given) {
    if (name.empty() || input.empty()) {
      throw Error(ErrorCode::usage, "a field mapping lacks a name: \"" + name + "=" + input + "\"",
                  "write it as FIELD=NAME, for example --field body=text");
    }
    const Field field = field_of(name);
    bindings_.push_back({field, field == Field::facet ? name : std::string(), input, split_path(input)});
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto field = static_cast<Field>(i);
    const bool bound = std::any_of(bindings_.begin(), bindings_.end(),
                                   [field](const FieldBinding& b) { return b.field == field; });
    if (!bound) bindings_.push_back({field, {}, std::string(names[i]), {}});
  }
  std::stable_sort(bindings_.begin(), bindings_.end(),
                   [](const FieldBinding& a, const FieldBinding& b) { return a.field < b.field; });
}

bool FieldMap::may_be_facet(std::string_view input) {
  return field_of(input) == Field::facet;
}

}  // namespace nsearch::indexer
