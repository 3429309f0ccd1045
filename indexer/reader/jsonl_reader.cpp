// SPDX-License-Identifier: GPL-2.0-or-later
// JSON Lines: one object a line.
#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#include "nsearch/error.h"
#include "reader/field_map.h"
#include "reader/formats.h"
#include "reader/json_fault.h"
#include "reader/json_record.h"
#include "reader/line_reader.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

namespace dom = simdjson::dom;

static_assert(line_padding >= simdjson::SIMDJSON_PADDING);

/// A parser that has met a larger line gives its memory (about 10 times the line) back after it.
constexpr std::size_t kept_capacity = 4 * 1024 * 1024;

constexpr std::string_view json_space = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(json_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(json_space) - begin + 1);
}

class JsonlReader final : public Reader {
 public:
  explicit JsonlReader(const ReaderOptions& options) : map_(options.field_map), record_(map_) {}

  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    if (const auto encoding = foreign_byte_order_mark(source.peek()); !encoding.empty()) {
      sink.reject(whole(find_text_fault(source.peek())->reason));
      return;
    }
    LineReader lines(source);
    Line line;
    bool more = true;
    while (more && lines.next(line)) more = read_line(line, origin, sink);
  }

 private:
  static Rejection whole(std::string reason) { return {{}, 0, 0, {}, std::move(reason)}; }

  static Rejection at(const Line& line, std::uint64_t offset, std::string reason) {
    return {{}, line.number, line.offset + offset, {}, std::move(reason)};
  }

  bool read_line(Line& line, const Origin& origin, RecordSink& sink) {
    if (line.state == Line::State::damaged) return sink.reject(at(line, 0, line.reason));
    if (line.state == Line::State::too_long) {
      return sink.reject(at(line, 0,
                            "the line is too long: " + std::to_string(line.size) + " bytes, at most " +
                                std::to_string(max_line_bytes) + " are taken"));
    }
    const std::string_view text = trimmed(line.text());
    if (text.empty()) return true;
    if (line.number == 1 && (text == "{" || text == "[")) {
      sink.reject(
          whole("one JSON value over several lines; one object a line is wanted: jq -c . FILE (of an array: "
                "jq -c '.[]' FILE)"));
      return false;
    }
    return parse(line, origin, sink);
  }

  bool parse(Line& line, const Origin& origin, RecordSink& sink) {
    dom::element root;
    simdjson::error_code error = parse(line, root);
    if (error == simdjson::STRING_ERROR && replace_lone_surrogates(line.data, line.size) > 0) {
      error = parse(line, root);
      if (error == simdjson::SUCCESS)
        sink.note(line.number, "half a surrogate pair (\\ud83d alone) became U+FFFD");
    }
    const bool more =
        error == simdjson::SUCCESS ? take(line, root, origin, sink) : sink.reject(explain(line, error));
    if (parser_.capacity() > kept_capacity) parser_ = dom::parser();
    return more;
  }

  simdjson::error_code parse(const Line& line, dom::element& root) {
    if (parser_.capacity() < line.size) {
      const auto error =
          parser_.allocate(std::bit_ceil(std::max<std::size_t>(line.size, 4096)), max_json_depth);
      if (error != simdjson::SUCCESS) return error;
    }
    return parser_.parse(line.data, line.size, false).get(root);
  }

  /// Why a line is no JSON, and where.
  static Rejection explain(const Line& line, simdjson::error_code error) {
    if (error == simdjson::MEMALLOC)
      return at(line, 0, "too little memory for a line of " + std::to_string(line.size) + " bytes");
    if (line.text().find_first_not_of('\0') == std::string_view::npos)
      return at(line, 0, "NUL bytes (0x00) only");
    const std::size_t invalid = find_invalid_utf8(line.text());
    if (invalid != std::string_view::npos) return at(line, invalid, invalid_utf8_reason(line.data[invalid]));
    if (const auto fault = find_json_fault(line.text())) return at(line, fault->offset, fault->reason);
    if (error == simdjson::NUMBER_ERROR) return at(line, 0, "a number that is too large");
    return at(line, 0, std::string("not JSON: ") + simdjson::error_message(error));
  }

  bool take(const Line& line, dom::element root, const Origin& origin, RecordSink& sink) {
    dom::object object;
    if (root.get(object) != simdjson::SUCCESS) {
      const char* found = root.is_array()    ? "an array"
                          : root.is_string() ? "a string"
                          : root.is_null()   ? "null"
                          : root.is_bool()   ? "a boolean"
                                             : "a number";
      return sink.reject(at(line, 0, std::string("expected an object, found ") + found));
    }
    Document document;
    document.origin = {origin.path, line.number};
    if (auto reason = record_.read(object, document)) {
      Rejection rejection = at(line, 0, std::move(*reason));
      rejection.id = std::move(document.id);
      return sink.reject(std::move(rejection));
    }
    for (const std::string& note : record_.notes()) sink.note(line.number, std::string(note));
    return sink.document(std::move(document));
  }

  FieldMap map_;
  JsonRecord record_;
  dom::parser parser_;
};

bool ends_with(std::string_view name, std::string_view suffix) {
  return name.size() >= suffix.size() && name.substr(name.size() - suffix.size()) == suffix;
}

int recognise(std::string_view name, std::string_view head) {
  if (ends_with(name, ".jsonl") || ends_with(name, ".ndjson")) return 90;
  const std::string_view text = trimmed(head.substr(head.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0));
  const bool object = !text.empty() && text.front() == '{';
  if (ends_with(name, ".json")) return object ? 80 : 60;
  return object && !trimmed(text.substr(1)).empty() && trimmed(text.substr(1)).front() == '"' ? 60 : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions& options) {
  return std::make_unique<JsonlReader>(options);
}

}  // namespace

ReaderEntry jsonl_format() {
  return {{"jsonl", "JSON Lines: one object a line", {".jsonl", ".ndjson", ".json"}}, recognise, make};
}

}  // namespace nsearch::indexer
