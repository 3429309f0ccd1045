// SPDX-License-Identifier: GPL-2.0-or-later
// ninjs, news in JSON: one item a file, one a line, or a list of them.
#include <array>
#include <string>
#include <utility>

#include "reader/formats.h"
#include "reader/json_values.h"
#include "reader/ninjs_item.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

class NinjsReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    objects_.read(source, sink, [&](const Line& line, std::uint64_t number, simdjson::dom::object object) {
      if (is_ninjs_item(object)) return take(line, {origin.path, number}, object, sink);
      const std::vector<NestedObject> nested = nested_objects(object);
      if (nested.empty())
        return sink.reject(rejection_at(line, 0, "no ninjs: neither \"uri\" nor \"headline\" in it"));
      std::uint64_t inner = 0;
      for (const NestedObject& item : nested) {
        if (!take(line, {origin.path, ++inner}, item.object, sink)) return false;
      }
      return true;
    });
  }

 private:
  static bool take(const Line& line, const Origin& origin, simdjson::dom::object item, RecordSink& sink) {
    std::string other_type;
    Document document = read_ninjs(item, other_type);
    if (!other_type.empty()) {
      sink.note(line.number, "no document: the item is no text (" + other_type + ")");
      return true;
    }
    if (is_blank(document.body)) document.body = document.title;
    if (is_blank(document.body)) {
      Rejection rejection = rejection_at(line, 0, "no text in it");
      rejection.id = std::move(document.id);
      return sink.reject(std::move(rejection));
    }
    document.origin = origin;
    return sink.document(std::move(document));
  }

  JsonObjects objects_;
};

/// Members that other JSON hardly has; two of them tell.
int recognise(std::string_view name, std::string_view head) {
  if (name.ends_with(".ninjs")) return 92;
  constexpr std::array<std::string_view, 9> members = {
      "\"versioncreated\"", "\"body_xhtml\"", "\"body_html\"", "\"body_text\"",       "\"ninjs\"",
      "\"charcount\"",      "\"pubstatus\"",  "\"headlines\"", "\"description_text\""};
  const std::string_view text = trimmed_json(head);
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return 0;
  int found = 0;
  for (const std::string_view member : members) found += head.find(member) != std::string_view::npos ? 1 : 0;
  return found >= 2 && head.find("\"uri\"") != std::string_view::npos ? 92 : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions&) {
  return std::make_unique<NinjsReader>();
}

}  // namespace

ReaderEntry ninjs_format() {
  return {{"ninjs", "ninjs: news items of agencies in JSON", {".ninjs"}}, recognise, make};
}

}  // namespace nsearch::indexer
