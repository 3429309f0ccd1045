// SPDX-License-Identifier: GPL-2.0-or-later
// JSON Lines: one object a line.
#include <string>
#include <utility>

#include "reader/field_map.h"
#include "reader/formats.h"
#include "reader/json_lines.h"
#include "reader/json_record.h"

namespace nsearch::indexer {
namespace {

class JsonlReader final : public Reader {
 public:
  explicit JsonlReader(const ReaderOptions& options) : map_(options.field_map), record_(map_) {}

  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    lines_.read(source, sink, [&](const Line& line, simdjson::dom::object object) {
      return take(line, object, origin, sink);
    });
  }

 private:
  bool take(const Line& line, simdjson::dom::object object, const Origin& origin, RecordSink& sink) {
    Document document;
    document.origin = {origin.path, line.number};
    if (auto reason = record_.read(object, document)) {
      Rejection rejection = rejection_at(line, 0, std::move(*reason));
      rejection.id = std::move(document.id);
      return sink.reject(std::move(rejection));
    }
    for (const std::string& note : record_.notes()) sink.note(line.number, std::string(note));
    return sink.document(std::move(document));
  }

  FieldMap map_;
  JsonRecord record_;
  JsonLines lines_;
};

bool ends_with(std::string_view name, std::string_view suffix) {
  return name.size() >= suffix.size() && name.substr(name.size() - suffix.size()) == suffix;
}

int recognise(std::string_view name, std::string_view head) {
  if (ends_with(name, ".jsonl") || ends_with(name, ".ndjson")) return 90;
  const std::string_view text = trimmed_json(head.substr(head.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0));
  const bool object = !text.empty() && text.front() == '{';
  return object && !trimmed_json(text.substr(1)).empty() && trimmed_json(text.substr(1)).front() == '"' ? 60
                                                                                                        : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions& options) {
  return std::make_unique<JsonlReader>(options);
}

}  // namespace

ReaderEntry jsonl_format() {
  return {{"jsonl", "JSON Lines: one object a line", {".jsonl", ".ndjson"}}, recognise, make};
}

}  // namespace nsearch::indexer
