// SPDX-License-Identifier: GPL-2.0-or-later
#include "dump_format.h"

#include <nlohmann/json.hpp>

#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

using Json = nlohmann::ordered_json;

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

Json text(const std::string& value) {
  if (find_invalid_utf8(value) == std::string_view::npos) return value;
  return Json{{"hex", hex(value)}};
}

}  // namespace

std::string dump_line(const StoredDocument& document, std::string_view digest) {
  Json line{{"dump", dump_version}};
  visit_dumped_texts(document, [&](const char* name, const std::string& value) {
    if (!value.empty()) line[name] = text(value);
  });
  for (const auto& [name, value] : document.facets) line["facets"].push_back({text(name), text(value)});
  for (const LanguageSpan& span : document.spans)
    line["spans"].push_back({span.begin, span.end, span.language});
  if (document.origin.record != 0) line["record"] = document.origin.record;
  if (document.modified != 0) line["modified"] = document.modified;
  if (!digest.empty()) line["digest"] = digest;
  return line.dump() + '\n';
}

}  // namespace nsearch::indexer
