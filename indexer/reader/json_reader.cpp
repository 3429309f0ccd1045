// SPDX-License-Identifier: GPL-2.0-or-later
// JSON: an array of objects, objects one after the other, one object, or one that holds the documents within.
#include <string>
#include <utility>

#include "reader/clean_text.h"
#include "reader/field_map.h"
#include "reader/formats.h"
#include "reader/json_record.h"
#include "reader/json_values.h"

namespace nsearch::indexer {
namespace {

class JsonReader final : public Reader {
 public:
  explicit JsonReader(const ReaderOptions& options) : map_(options.field_map), record_(map_) {}

  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    objects_.read(source, sink, [&](const Line& line, std::uint64_t number, simdjson::dom::object object) {
      return take(line, {origin.path, number}, object, sink);
    });
  }

 private:
  bool take(const Line& line, const Origin& origin, simdjson::dom::object object, RecordSink& sink) {
    Document document;
    auto reason = record_.read(object, document);
    if (!reason) return give(line, origin, std::move(document), sink);
    if (document.body.empty() && reason->starts_with("body: missing")) {
      const std::vector<NestedObject> nested = nested_objects(object);
      if (!nested.empty()) return take_nested(line, origin, nested, sink);
    }
    return reject(line, std::move(document.id), std::move(*reason), sink);
  }

  bool take_nested(const Line& line, const Origin& origin, const std::vector<NestedObject>& nested,
                   RecordSink& sink) {
    std::uint64_t number = 0;
    bool more = true;
    for (const NestedObject& inner : nested) {
      if (!more) break;
      Document document;
      auto reason = record_.read(inner.object, document);
      if (document.id.empty()) document.id = clean_id(inner.name);
      more = reason ? reject(line, std::move(document.id), std::move(*reason), sink)
                    : give(line, {origin.path, ++number}, std::move(document), sink);
    }
    return more;
  }

  static std::string clean_id(std::string_view name) {
    return has_control(name) ? std::string() : std::string(name);
  }

  bool give(const Line& line, const Origin& origin, Document&& document, RecordSink& sink) {
    document.origin = origin;
    for (const std::string& note : record_.notes()) sink.note(line.number, std::string(note));
    return sink.document(std::move(document));
  }

  static bool reject(const Line& line, std::string id, std::string reason, RecordSink& sink) {
    Rejection rejection = rejection_at(line, 0, std::move(reason));
    rejection.id = std::move(id);
    return sink.reject(std::move(rejection));
  }

  FieldMap map_;
  JsonRecord record_;
  JsonObjects objects_;
};

int recognise(std::string_view name, std::string_view head) {
  if (name.ends_with(".json")) return 80;
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  const std::string_view text = trimmed_json(head);
  if (text.empty() || looks_like_json_lines(head)) return 0;
  const std::string_view inner = trimmed_json(text.substr(1));
  if (text.front() == '[') return inner.starts_with('{') ? 60 : 0;
  const std::string_view first = trimmed_json(text.substr(0, text.find('\n')));
  return text.front() == '{' && inner.starts_with('"') && first.back() != '}' && first.size() < text.size()
             ? 65
             : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions& options) {
  return std::make_unique<JsonReader>(options);
}

}  // namespace

ReaderEntry json_format() {
  return {{"json", "JSON: an array of objects, or one object", {".json"}}, recognise, make};
}

}  // namespace nsearch::indexer
