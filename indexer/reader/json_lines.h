// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "reader/line_reader.h"
#include "reader/reader.h"

namespace nsearch::indexer {

/// Without the white space of JSON at both ends.
std::string_view trimmed_json(std::string_view text);

/// Something about a line, or a byte of it.
Rejection rejection_at(const Line& line, std::uint64_t offset, std::string reason);

/// Reads a source of one JSON object a line, and rejects what is none. Serves one source.
class JsonLines {
 public:
  explicit JsonLines(std::uint64_t max_line = max_line_bytes) : max_line_(max_line) {}

  /// What a format makes of a line's object; false: stop reading.
  using Take = std::function<bool(const Line& line, simdjson::dom::object object)>;

  void read(ByteSource& source, RecordSink& sink, const Take& take);

  /// Reads one line; false: stop reading.
  bool read_line(Line& line, RecordSink& sink, const Take& take);

 private:
  bool parse(Line& line, RecordSink& sink, const Take& take);
  simdjson::error_code parse(const Line& line, simdjson::dom::element& root);

  const std::uint64_t max_line_;
  simdjson::dom::parser parser_;
};

}  // namespace nsearch::indexer
