// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/json_values.h"

#include <algorithm>
#include <utility>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t chunk = 64 * 1024;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The longest array of objects in `value`, at most `levels` down.
void find_longest(dom::element value, int levels, dom::array& longest, std::size_t& most) {
  if (value.is_array()) {
    const dom::array array = value.get_array().value_unsafe();
    const std::size_t size = array.size();
    if (size > most && array.at(0).is_object()) {
      longest = array;
      most = size;
    }
  } else if (value.is_object() && levels > 0) {
    const dom::object object = value.get_object().value_unsafe();
    for (const auto& member : object) find_longest(member.value, levels - 1, longest, most);
  }
}

}  // namespace

bool JsonValues::fetch() {
  if (at_ < piece_.size()) return true;
  if (ended_) return false;
  offset_ += piece_.size();
  at_ = 0;
  piece_.resize(chunk);
  std::size_t count = 0;
  try {
    count = source_.read(piece_.data(), chunk);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::corrupt) throw;
    damage_ = error.what();
  }
  piece_.resize(count);
  ended_ = count == 0;
  return !ended_;
}

/// Past what stands between values.
bool JsonValues::find_begin(Line& value) {
  while (fetch()) {
    const char c = piece_[at_];
    if (!begun_ && (c == '[' || c == '\xEF' || c == '\xBB' || c == '\xBF')) {
      if (c == '[') in_array_ = begun_ = true;
    } else if (!is_space(c) && !(in_array_ && (c == ',' || c == ']'))) {
      begun_ = true;
      value.number = line_;
      value.offset = offset_ + at_;
      return true;
    }
    if (c == '\n') ++line_;
    if (in_array_ && c == ']') in_array_ = false;
    ++at_;
  }
  return false;
}

bool JsonValues::next(Line& value) {
  value = Line{};
  buffer_.clear();
  depth_ = 0;
  in_string_ = escaped_ = false;
  if (!find_begin(value)) {
    if (damage_.empty() && !in_array_) return false;
    value.number = line_;
    value.offset = offset_ + at_;
    value.state = Line::State::damaged;
    value.reason = damage_.empty() ? "truncated JSON: the array is not closed" : std::exchange(damage_, {});
    in_array_ = false;
    return true;
  }
  while (fetch() && add(piece_[at_], value)) {
  }
  if (ended_ && (depth_ > 0 || in_string_)) in_array_ = false;  // its value is cut, which is told once
  if (value.state == Line::State::text) {
    value.size = buffer_.size();
    buffer_.append(line_padding, '\0');
    value.data = buffer_.data();
  }
  return true;
}

/// false: the value ends before or with this character.
bool JsonValues::add(char c, Line& value) {
  const bool between = depth_ == 0 && !in_string_;
  if (between && value.size > 0 && (is_space(c) || c == ',' || c == ']')) return false;
  ++at_;
  if (c == '\n') ++line_;
  if (++value.size > max_line_bytes) {
    value.state = Line::State::too_long;
    buffer_ = std::string();
  } else {
    buffer_ += c;
  }
  if (in_string_) {
    if (!std::exchange(escaped_, !escaped_ && c == '\\') && c == '"') in_string_ = false;
    return true;
  }
  if (c == '"') in_string_ = true;
  if (c == '{' || c == '[') ++depth_;
  if ((c == '}' || c == ']') && depth_ > 0) return --depth_ > 0;
  return true;
}

void JsonObjects::read(ByteSource& source, RecordSink& sink, const Take& take) {
  if (looks_like_json_lines(source.peek())) {
    lines_.read(source, sink,
                [&take](const Line& line, dom::object object) { return take(line, line.number, object); });
    return;
  }
  JsonValues values(source);
  Line value;
  std::uint64_t number = 0;
  bool more = true;
  while (more && values.next(value)) {
    ++number;
    more = lines_.read_line(value, sink,
                            [&](const Line& line, dom::object object) { return take(line, number, object); });
  }
}

bool looks_like_json_lines(std::string_view head) {
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  const std::size_t end = head.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view first = trimmed_json(head.substr(0, end));
  const std::string_view rest = trimmed_json(head.substr(end));
  return first.size() > 1 && first.front() == '{' && first.back() == '}' &&
         (rest.empty() || rest.front() == '{');
}

std::vector<NestedObject> nested_objects(dom::object envelope) {
  constexpr int levels = 3;
  std::vector<NestedObject> found;
  dom::array longest;
  std::size_t most = 0;
  for (const auto& member : envelope) find_longest(member.value, levels - 1, longest, most);
  if (most > 0) {
    for (const dom::element item : longest) {
      dom::object object;
      if (item.get(object) != simdjson::SUCCESS) continue;
      dom::object source;
      found.push_back({{}, object["_source"].get(source) == simdjson::SUCCESS ? source : object});
    }
    return found;
  }
  for (const auto& member : envelope) {
    dom::object object;
    if (member.value.get(object) != simdjson::SUCCESS) return {};
    found.push_back({member.key, object});
  }
  return found;
}

}  // namespace nsearch::indexer
