// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/error.h"
#include "present/json_values.h"
#include "present/mark.h"
#include "present/presenters.h"

namespace nsearch {
namespace {

using namespace searcher;

void write_word(const ExplainedWord& word, std::ostream& out, const Palette& palette) {
  out << "  " << palette.title << printable(word.text) << palette.reset;
  if (!word.stop_in.empty()) {
    out << "  (a stop word in";
    for (const std::string& language : word.stop_in) out << ' ' << language;
    out << ')';
  }
  out << '\n';
  std::string unused;
  for (const ExplainedTerm& term : word.terms) {
    const std::string name =
        term.role + (term.language.empty() ? "" : " " + term.language) + ": " + printable(term.term);
    const bool further =
        term.role == "title stem" || term.role == "lead stem" || term.role == "compound part";
    if (term.documents == 0 && further) continue;  // JSON lists them all
    if (term.documents == 0)
      unused += (unused.empty() ? "" : ", ") + name;
    else
      out << "    " << name << "  " << term.documents
          << (term.documents == 1 ? " document\n" : " documents\n");
  }
  if (!unused.empty()) out << "    in no document: " << unused << '\n';
}

void write_text(const Explanation& explanation, std::ostream& out, const Palette& palette) {
  out << "query\n";
  const std::string outline = to_outline(explanation.query);
  std::size_t at = 0;
  while (at < outline.size()) {
    const std::size_t line_end = std::min(outline.find('\n', at), outline.size());
    out << "  " << printable(outline.substr(at, line_end - at)) << '\n';
    at = line_end + 1;
  }
  out << "words\n";
  for (const ExplainedWord& word : explanation.words) write_word(word, out, palette);
  out << '\n';
}

}  // namespace

void present_explanation(const Explanation& explanation, const std::string& format, std::ostream& out,
                         const PresentOptions& options) {
  if (format == "json")
    out << to_line(to_json(explanation));
  else if (format == "text")
    write_text(explanation, out, Palette(options.colour));
  else
    throw Error(ErrorCode::usage, "unknown format of an explanation: " + format, "choose text or json");
}

}  // namespace nsearch
