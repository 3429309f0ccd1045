// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/error.h"
#include "present/json_values.h"
#include "present/mark.h"
#include "present/presenters.h"

namespace nsearch {
namespace {

using namespace searcher;

/// Keeps line breaks, which printable() would not.
void write_paragraphs(std::ostream& out, const std::string& text) {
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    out << printable(text.substr(at, line_end - at)) << '\n';
    at = line_end + 1;
  }
}

void write_text(const StoredDocument& d, std::ostream& out, const Palette& palette) {
  if (!d.title.empty()) out << palette.title << printable(d.title) << palette.reset << '\n';
  const auto line = [&](const char* name, const std::string& value) {
    if (!value.empty()) out << palette.faint << name << ": " << palette.reset << printable(value) << '\n';
  };
  line("id", document_id(d));
  line("url", d.url);
  line("lang", d.language);
  line("date", d.date);
  line("source", d.source);
  line("author", d.author);
  for (const auto& [name, value] : d.facets) line(name.c_str(), value);
  line("path", d.origin.path + (d.origin.record > 0 ? ':' + std::to_string(d.origin.record) : ""));
  out << '\n';
  write_paragraphs(out, d.body);
  out << '\n';
}

}  // namespace

void present_document(const StoredDocument& document, const std::string& format, std::ostream& out,
                      const PresentOptions& options) {
  if (format == "json")
    out << to_line(to_json(document, true));
  else if (format == "text")
    write_text(document, out, Palette(options.colour));
  else
    throw Error(ErrorCode::usage, "unknown format of a document: " + format, "choose text or json");
}

}  // namespace nsearch
