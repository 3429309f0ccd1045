// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/json_lines.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "reader/json_fault.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

namespace dom = simdjson::dom;

static_assert(line_padding >= simdjson::SIMDJSON_PADDING);

/// A parser that has met a larger line gives its memory (about 10 times the line) back after it.
constexpr std::size_t kept_capacity = 4 * 1024 * 1024;

constexpr std::string_view json_space = " \t\r\n";

Rejection whole(std::string reason) {
  return {{}, 0, 0, {}, std::move(reason)};
}

/// Why a line is no JSON, and where.
Rejection explain(const Line& line, simdjson::error_code error) {
  if (error == simdjson::MEMALLOC)
    return rejection_at(line, 0, "too little memory for a line of " + std::to_string(line.size) + " bytes");
  if (line.text().find_first_not_of('\0') == std::string_view::npos)
    return rejection_at(line, 0, "NUL bytes (0x00) only");
  const std::size_t invalid = find_invalid_utf8(line.text());
  if (invalid != std::string_view::npos)
    return rejection_at(line, invalid, invalid_utf8_reason(line.data[invalid]));
  if (const auto fault = find_json_fault(line.text()))
    return rejection_at(line, fault->offset, fault->reason);
  if (error == simdjson::NUMBER_ERROR) return rejection_at(line, 0, "a number that is too large");
  return rejection_at(line, 0, std::string("not JSON: ") + simdjson::error_message(error));
}

const char* kind_of(dom::element root) {
  return root.is_array()    ? "an array"
         : root.is_string() ? "a string"
         : root.is_null()   ? "null"
         : root.is_bool()   ? "a boolean"
                            : "a number";
}

}  // namespace

std::string_view trimmed_json(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(json_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(json_space) - begin + 1);
}

Rejection rejection_at(const Line& line, std::uint64_t offset, std::string reason) {
  return {{}, line.number, line.offset + offset, {}, std::move(reason)};
}

void JsonLines::read(ByteSource& source, RecordSink& sink, const Take& take) {
  if (const auto encoding = foreign_byte_order_mark(source.peek()); !encoding.empty()) {
    sink.reject(whole(find_text_fault(source.peek())->reason));
    return;
  }
  LineReader lines(source, max_line_);
  Line line;
  bool more = true;
  while (more && lines.next(line)) {
    const std::string_view text = line.number == 1 ? trimmed_json(line.text()) : std::string_view();
    if (line.state == Line::State::text && (text == "{" || text == "[")) {
      sink.reject(
          whole("one JSON value over several lines, where one object a line is wanted: --input-format json"));
      return;
    }
    more = read_line(line, sink, take);
  }
}

bool JsonLines::read_line(Line& line, RecordSink& sink, const Take& take) {
  if (line.state == Line::State::damaged) return sink.reject(rejection_at(line, 0, line.reason));
  if (line.state == Line::State::too_long) {
    return sink.reject(rejection_at(line, 0,
                                    "the line is too long: " + std::to_string(line.size) +
                                        " bytes, at most " + std::to_string(max_line_) + " are taken"));
  }
  const std::string_view text = trimmed_json(line.text());
  if (text.empty()) return true;
  return parse(line, sink, take);
}

bool JsonLines::parse(Line& line, RecordSink& sink, const Take& take) {
  dom::element root;
  simdjson::error_code error = parse(line, root);
  if (error == simdjson::STRING_ERROR && replace_lone_surrogates(line.data, line.size) > 0) {
    error = parse(line, root);
    if (error == simdjson::SUCCESS)
      sink.note(line.number, "half a surrogate pair (\\ud83d alone) became U+FFFD");
  }
  dom::object object;
  bool more = true;
  if (error != simdjson::SUCCESS) {
    more = sink.reject(explain(line, error));
  } else if (root.get(object) != simdjson::SUCCESS) {
    more = sink.reject(rejection_at(line, 0, std::string("expected an object, found ") + kind_of(root)));
  } else {
    more = take(line, object);
  }
  if (parser_.capacity() > kept_capacity) parser_ = dom::parser();
  return more;
}

simdjson::error_code JsonLines::parse(const Line& line, dom::element& root) {
  if (parser_.capacity() < line.size) {
    const auto error =
        parser_.allocate(std::bit_ceil(std::max<std::size_t>(line.size, 4096)), max_json_depth);
    if (error != simdjson::SUCCESS) return error;
  }
  return parser_.parse(line.data, line.size, false).get(root);
}

}  // namespace nsearch::indexer
