// SPDX-License-Identifier: GPL-2.0-or-later
// Markdown, with front matter or without: one document a file.
#include <algorithm>
#include <string>
#include <utility>

#include "reader/charset.h"
#include "reader/clean_text.h"
#include "reader/column_names.h"
#include "reader/field_map.h"
#include "reader/field_text.h"
#include "reader/field_value.h"
#include "reader/formats.h"
#include "reader/front_matter.h"
#include "reader/markdown_text.h"
#include "reader/utf8.h"
#include "reader/whole_source.h"

namespace nsearch::indexer {
namespace {

/// Larger than any article, and small enough for what is slow in Markdown.
constexpr std::size_t max_markdown_bytes = 16 * 1024 * 1024;

std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) append_name(all, clean_line(value));
  return all;
}

class MarkdownReader final : public Reader {
 public:
  explicit MarkdownReader(const ReaderOptions& options) : map_(options.field_map) {}

  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    std::string bytes;
    if (auto fault = read_whole(source, max_markdown_bytes, bytes)) {
      sink.reject({{}, 0, fault->offset, {}, std::move(fault->reason)});
      return;
    }
    const DecodedText decoded = to_utf8(bytes);
    if (std::string note = charset_note(decoded); !note.empty()) sink.note(0, std::move(note));
    const std::string text = clean_text(decoded.text);
    const FrontMatter matter = read_front_matter(text);
    for (const std::uint64_t line : matter.not_read)
      sink.note(line, "front matter that is not understood is left out");
    MarkdownText content = markdown_text(std::string_view(text).substr(matter.end));
    Document document;
    document.origin = {origin.path, 0};
    document.body = std::move(content.text);
    take_matter(matter, document);
    if (document.title.empty()) {
      document.title = std::move(content.title);
    } else if (!content.title.empty() && content.title != document.title) {
      document.body = content.title + "\n" + document.body;
    }
    if (is_blank(document.body)) document.body = document.title;
    if (is_blank(document.body)) {
      sink.reject({{}, 0, 0, std::move(document.id), "empty: no text in it"});
    } else {
      sink.document(std::move(document));
    }
  }

 private:
  void take_matter(const FrontMatter& matter, Document& document) const {
    for (const auto& [name, values] : matter.fields) {
      const std::string plain = plain_name(name);
      const FieldBinding* binding = find(plain);
      if (binding != nullptr && binding->field == Field::body) continue;  // a description is no body
      if (binding != nullptr && binding->field != Field::facet) {
        set_field_text(binding->field, joined(values), document);
        continue;
      }
      const std::string facet = facet_name(binding == nullptr ? name : binding->facet);
      if (facet.empty() || (binding == nullptr && !FieldMap::may_be_facet(plain))) continue;
      for (const std::string& value : values) add_facet(document, facet, value);
    }
  }

  /// The binding of a name: the user's, or the usual one.
  const FieldBinding* find(const std::string& plain) const {
    const FieldBinding* usual = nullptr;
    for (const FieldBinding& binding : map_.bindings()) {
      if (plain_name(binding.input) == plain) return &binding;
      if (binding.field == Field::facet || binding.input != field_name(binding.field)) continue;
      const auto& names = usual_names(binding.field);
      if (std::find(names.begin(), names.end(), plain) != names.end()) usual = &binding;
    }
    return usual;
  }

  FieldMap map_;
};

int recognise(std::string_view name, std::string_view head) {
  if (name.ends_with(".md") || name.ends_with(".markdown")) return 90;
  return read_front_matter(head).fields.empty() ? 0 : 55;
}

std::unique_ptr<Reader> make(const ReaderOptions& options) {
  return std::make_unique<MarkdownReader>(options);
}

}  // namespace

ReaderEntry markdown_format() {
  return {{"markdown", "Markdown, with front matter or without", {".md", ".markdown"}}, recognise, make};
}

}  // namespace nsearch::indexer
