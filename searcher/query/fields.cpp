// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fields.h"

#include <algorithm>
#include <limits>

#include "query/characters.h"

namespace nsearch::searcher {
namespace {

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

/// Letters to insert, delete, replace or swap with their neighbour to make b of a (the restricted distance of
/// Damerau).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

const std::vector<std::string>& default_text_fields() {
  static const std::vector<std::string> names = {"title", "body"};
  return names;
}

const std::vector<std::string>& default_filter_fields() {
  static const std::vector<std::string> names = {"lang", "source", "author", "url", "id",
                                                 "date", "after",  "before", "host"};
  return names;
}

void FieldTable::make() const {
  if (!names_.empty()) return;
  const bool defaults = options_.fields.empty() && options_.filters.empty();
  add(defaults ? default_text_fields() : options_.fields, false);
  add(defaults ? default_filter_fields() : options_.filters, true);
}

void FieldTable::add(const std::vector<std::string>& names, bool filter) const {
  for (const std::string& name : names)
    if (by_lower_name_.try_emplace(lower(name), Field{name, filter}).second) names_.push_back(name);
}

std::string FieldTable::nearest(std::string_view name) const {
  make();
  return nearest_name(name, names_);
}

const Field* FieldTable::find(std::string_view name) const {
  make();
  const auto found = by_lower_name_.find(lower(name));
  return found == by_lower_name_.end() ? nullptr : &found->second;
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 40;  // what is longer is no mistyped field name
  if (name.size() > longest) return {};
  const std::string wanted = lower(name);
  std::size_t best = std::numeric_limits<std::size_t>::max();
  std::string nearest;
  for (const std::string& candidate : candidates) {
    const std::string known = lower(candidate);
    if (known.size() > longest) continue;
    const bool same_beginning = std::min(known.size(), wanted.size()) >= 3 &&
                                (begins_with(known, wanted) || begins_with(wanted, known));
    const std::size_t distance = same_beginning ? 1 : edit_distance(wanted, known);
    if (distance > (wanted.size() < 4 ? 1 : 2) || distance >= best) continue;
    best = distance;
    nearest = candidate;
  }
  return nearest;
}

std::string FieldTable::list() const {
  make();
  constexpr std::size_t most = 20;
  std::string result;
  for (std::size_t i = 0; i < std::min(names_.size(), most); ++i) {
    if (i > 0) result += ", ";
    result += names_[i] + ':';
  }
  if (names_.size() > most) result += " and " + std::to_string(names_.size() - most) + " more";
  return result;
}

std::size_t field_name_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    const auto c = static_cast<unsigned char>(text[length]);
    const bool follows = is_ascii_digit(c) || c == '_' || c == '.' || c == '-';
    if (!is_ascii_letter(c) && !(length > 0 && follows)) break;
    ++length;
  }
  return length > 0 && length < text.size() && text[length] == ':' ? length : 0;
}

bool is_web_address(std::string_view text) {
  const std::string beginning = lower(text.substr(0, std::string_view("https://").size()));
  return begins_with(beginning, "http://") || begins_with(beginning, "https://");
}

}  // namespace nsearch::searcher
