// SPDX-License-Identifier: GPL-2.0-or-later
// Dumps of an index: see dump_format.h.
#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "dump_format.h"
#include "reader/formats.h"
#include "reader/json_field.h"
#include "reader/json_lines.h"

namespace nsearch::indexer {
namespace {

namespace dom = simdjson::dom;
using Reason = std::optional<std::string>;

/// No reader takes in a text of more than 64 MiB. Here it may be in hexadecimal, or have two bytes for most of its own, beside other texts.
constexpr std::uint64_t longest_line = std::uint64_t{256} << 20;

std::optional<std::string> from_hex(std::string_view digits) {
  std::string bytes;
  if (digits.size() % 2 != 0) return std::nullopt;
  for (; !digits.empty(); digits.remove_prefix(2)) {
    unsigned byte = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + 2, byte, 16);
    if (problem != std::errc() || end != digits.data() + 2) return std::nullopt;
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

std::optional<std::string> text_of(dom::element value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  dom::object object;
  if (value.get(object) == simdjson::SUCCESS && object["hex"].get(text) == simdjson::SUCCESS)
    return from_hex(text);
  return std::nullopt;
}

/// One line's object, on its way to a document.
class DumpedLine {
 public:
  explicit DumpedLine(dom::object object) : object_(object) {}

  Reason read(StoredDocument& document, std::string& digest);

 private:
  void text(const char* name, std::string& into);
  template <typename Number>
  void number(const char* name, Number& into);
  void facets(StoredDocument& document);
  void spans(StoredDocument& document);
  void wrong(const char* name, const char* expected, dom::element found) {
    if (!reason_) reason_ = std::string(name) + ": expected " + expected + ", found " + json_type(found);
  }
  template <typename Take>
  void array(const char* name, const char* expected, std::size_t size, Take&& take);

  dom::object object_;
  Reason reason_;
};

void DumpedLine::text(const char* name, std::string& into) {
  dom::element value;
  if (object_[name].get(value) != simdjson::SUCCESS) return;
  if (auto found = text_of(value)) {
    into = std::move(*found);
  } else {
    wrong(name, "a text", value);
  }
}

template <typename Number>
void DumpedLine::number(const char* name, Number& into) {
  dom::element value;
  if (object_[name].get(value) != simdjson::SUCCESS) return;
  if (value.get(into) != simdjson::SUCCESS) wrong(name, "a whole number", value);
}

/// An array of arrays of `size` values; `take` says whether one is right.
template <typename Take>
void DumpedLine::array(const char* name, const char* expected, std::size_t size, Take&& take) {
  dom::element value;
  dom::array items;
  if (object_[name].get(value) != simdjson::SUCCESS) return;
  if (value.get(items) != simdjson::SUCCESS) return wrong(name, "an array", value);
  for (dom::element item : items) {
    dom::array parts;
    if (item.get(parts) != simdjson::SUCCESS || parts.size() != size || !take(parts))
      return wrong(name, expected, item);
  }
}

void DumpedLine::facets(StoredDocument& document) {
  array("facets", "arrays of name and value", 2, [&](dom::array parts) {
    auto name = text_of(parts.at(0).value_unsafe()), value = text_of(parts.at(1).value_unsafe());
    if (!name || !value) return false;
    document.facets.emplace_back(std::move(*name), std::move(*value));
    return true;
  });
}

/// Spans are what decides the languages of passages, so they must be ones: in order, without gaps, from the
/// body's beginning to its end.
void DumpedLine::spans(StoredDocument& document) {
  std::uint64_t covered = 0;
  array("spans", "arrays of begin, end and language that cover the body", 3, [&](dom::array parts) {
    std::uint64_t begin = 0, end = 0;
    std::string_view language;
    const bool shaped = parts.at(0).get(begin) == simdjson::SUCCESS &&
                        parts.at(1).get(end) == simdjson::SUCCESS &&
                        parts.at(2).get(language) == simdjson::SUCCESS;
    if (!shaped || begin != covered || end < begin || end > document.body.size()) return false;
    covered = end;
    document.spans.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::string(language)});
    return true;
  });
  if (!reason_ && !document.spans.empty() && covered != document.body.size())
    reason_ = "spans: they end before the body does";
}

Reason DumpedLine::read(StoredDocument& document, std::string& digest) {
  std::uint64_t version = 0;
  if (object_["dump"].get(version) != simdjson::SUCCESS) return "no line of a dump: it has no \"dump\"";
  if (version != dump_version) {
    return "version " + std::to_string(version) + " of the dump format, this build reads " +
           std::to_string(dump_version);
  }
  visit_dumped_texts(document, [&](const char* name, std::string& into) { text(name, into); });
  text("digest", digest);
  number("record", document.origin.record);
  number("modified", document.modified);
  if (document.body.size() < std::numeric_limits<std::uint32_t>::max()) spans(document);
  facets(document);
  if (!reason_ && !document.spans.empty() && document.language.empty())
    reason_ = "language: missing, though there are spans";
  return std::move(reason_);
}

class DumpReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin&, RecordSink& sink) override {
    lines_.read(source, sink, [&](const Line& line, dom::object object) {
      StoredDocument document;
      std::string digest;
      if (auto reason = DumpedLine(object).read(document, digest)) {
        Rejection rejection = rejection_at(line, 0, std::move(*reason));
        rejection.id = std::move(document.id);
        return sink.reject(std::move(rejection));
      }
      return sink.restored(std::move(document), std::move(digest), line.number);
    });
  }

 private:
  JsonLines lines_{longest_line};
};

int recognise(std::string_view name, std::string_view head) {
  return head.starts_with(dump_line_begin) || name.ends_with(".nsdump") ? 95 : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions&) {
  return std::make_unique<DumpReader>();
}

}  // namespace

ReaderEntry dump_format() {
  return {
      {"dump", "what nsearch dump writes: documents as an index keeps them", {".nsdump"}}, recognise, make};
}

}  // namespace nsearch::indexer
