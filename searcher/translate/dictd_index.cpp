// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>

#include "translate/source.h"

namespace nsearch::searcher {

namespace {

constexpr std::uint64_t longest_entry = 1 << 20;

/// dictd's numbers: most significant digit first, of A-Z a-z 0-9 + /.
std::optional<std::uint64_t> base64_number(std::string_view text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (text.empty() || text.size() > 10) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    const std::size_t digit = digits.find(c);
    if (digit == digits.npos) return std::nullopt;
    value = value << 6 | digit;
  }
  return value;
}

/// Names its problem; empty: none.
std::string parse_line(std::string_view line, DictdPlace& place) {
  const std::size_t first = line.find('\t');
  const std::size_t second = first == line.npos ? line.npos : line.find('\t', first + 1);
  if (second == line.npos) return "not a word, an offset and a length with tabs between";
  place.key = line.substr(0, first);
  std::string_view length = line.substr(second + 1);
  length = length.substr(0, length.find('\t'));  // a fourth column holds the word before it was folded
  const auto begin = base64_number(line.substr(first + 1, second - first - 1));
  const auto bytes = base64_number(length);
  if (!begin || !bytes) return "the offset or the length is no number in base 64";
  if (*bytes > longest_entry) return "the text is longer than 1 MiB";
  if (!is_utf8(place.key)) return "these bytes are no UTF-8";
  place.offset = *begin;
  place.length = *bytes;
  return {};
}

bool about_the_database(std::string_view key) {
  return key.starts_with("00database") || key.starts_with("00-database");
}

}  // namespace

std::vector<DictdPlace> parse_dictd_index(std::string_view index, const std::string& name,
                                          const EntrySink& sink) {
  std::vector<DictdPlace> places;
  for (std::size_t number = 1; !index.empty(); ++number) {
    const std::size_t end = std::min(index.find('\n'), index.size());
    std::string_view line = index.substr(0, end);
    index.remove_prefix(std::min(end + 1, index.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    DictdPlace place;
    const std::string problem = parse_line(line, place);
    if (!problem.empty()) {
      sink.left_out(name + ", line " + std::to_string(number), problem);
    } else if (!about_the_database(place.key)) {
      places.push_back(std::move(place));
    }
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const DictdPlace& a, const DictdPlace& b) { return a.offset < b.offset; });
  return places;
}

}  // namespace nsearch::searcher
