// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <vector>

#include "reader/json_lines.h"
#include "reader/line_reader.h"

namespace nsearch::indexer {

/// Cuts a source into JSON values, wherever their line breaks are: one after the other, or the elements of one array. It only
/// counts brackets and strings; what it cuts out may still be no JSON. Holds one value (at most max_line_bytes).
class JsonValues {
 public:
  explicit JsonValues(ByteSource& source) : source_(source), buffer_(line_padding, '\0') {}

  /// The next value into `value`, whose number and offset are those of its beginning; false at the end. Throws Error(io).
  bool next(Line& value);

 private:
  bool fetch();
  bool find_begin(Line& value);
  bool add(char c, Line& value);

  ByteSource& source_;
  std::string piece_;
  std::size_t at_ = 0;
  std::uint64_t offset_ = 0;  ///< of the piece in the input
  std::uint64_t line_ = 1;
  std::string buffer_;  ///< the value, and padding
  std::size_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool in_array_ = false;
  bool begun_ = false;
  bool ended_ = false;
  std::string damage_;
};

/// Reads a source of JSON objects: one a line, one after the other over several lines each, or the elements of one array.
class JsonObjects {
 public:
  /// What a format makes of an object, the `number`th value of its source (or, where there is one a line, that of the line).
  using Take = std::function<bool(const Line& line, std::uint64_t number, simdjson::dom::object object)>;

  void read(ByteSource& source, RecordSink& sink, const Take& take);

 private:
  JsonLines lines_;
};

/// Whether the first bytes of an input look like one JSON object a line.
bool looks_like_json_lines(std::string_view head);

/// An object within another one that stands for a document, with the name that it has there.
struct NestedObject {
  std::string_view name;  ///< empty: it is an element of an array
  simdjson::dom::object object;
};

/// The objects that an envelope holds ({"articles": [...]}, {"hits": {"hits": [{"_source": ...}]}}, {"ID": {...}, ...}): the
/// longest array of objects within three levels, else all its members if they are objects.
std::vector<NestedObject> nested_objects(simdjson::dom::object envelope);

}  // namespace nsearch::indexer
