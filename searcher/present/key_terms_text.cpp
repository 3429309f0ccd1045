// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ostream>

#include "nsearch/error.h"
#include "nsearch/key_terms.h"
#include "nsearch/presenter.h"
#include "present/json_values.h"
#include "present/mark.h"
#include "present/table_syntax.h"

namespace nsearch {
namespace {

using namespace searcher;

std::string decimal(double value, int places) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", places, value);
  return text;
}

Json to_json(const LanguageKeyTerms& in) {
  Json terms = Json::array();
  for (const KeyTerm& term : in.terms) {
    terms.push_back({{"text", term.text},
                     {"form", term.form},
                     {"documents", term.documents},
                     {"rest", term.rest},
                     {"log_likelihood", term.log_likelihood},
                     {"log_ratio", term.log_ratio}});
  }
  return {{"lang", in.language}, {"documents", in.documents}, {"rest", in.rest}, {"terms", std::move(terms)}};
}

Json to_json(const KeyTerms& all) {
  Json languages = Json::array();
  for (const LanguageKeyTerms& in : all.languages) languages.push_back(to_json(in));
  Json hints = Json::array();
  for (const QueryDiagnostic& hint : all.hints) hints.push_back(searcher::to_json(hint));
  return {{"version", json_version},
          {"documents", all.documents},
          {"seconds", all.seconds},
          {"hints", std::move(hints)},
          {"languages", std::move(languages)}};
}

void write_table(const KeyTerms& all, const std::string& format, std::ostream& out, bool safe) {
  write_row(format, {"lang", "text", "form", "documents", "rest", "log_likelihood", "log_ratio"}, safe, out);
  for (const LanguageKeyTerms& in : all.languages)
    for (const KeyTerm& term : in.terms)
      write_row(format,
                {in.language, term.text, term.form, std::to_string(term.documents), std::to_string(term.rest),
                 decimal(term.log_likelihood, 2), decimal(term.log_ratio, 2)},
                safe, out);
}

void write_text(const LanguageKeyTerms& in, std::ostream& out, const Palette& palette) {
  out << palette.title << in.language << palette.reset << ": " << in.documents << " documents against "
      << in.rest << '\n';
  if (in.terms.empty()) out << "  no word marks them\n";
  for (const KeyTerm& term : in.terms) {
    char figures[96];
    std::snprintf(figures, sizeof figures, "  %8.1f  %+6.2f  %7llu  %7llu  ", term.log_likelihood,
                  term.log_ratio, static_cast<unsigned long long>(term.documents),
                  static_cast<unsigned long long>(term.rest));
    out << figures << printable(term.text) << '\n';
  }
  out << '\n';
}

void write_text(const KeyTerms& all, std::ostream& out, const Palette& palette) {
  if (all.documents == 0) {
    out << "Nothing found.\n";
    return;
  }
  out << palette.faint << "        G2   ratio    found     rest  word" << palette.reset << '\n';
  for (const LanguageKeyTerms& in : all.languages) write_text(in, out, palette);
}

}  // namespace

void present_key_terms(const KeyTerms& terms, const std::string& format, std::ostream& out,
                       const PresentOptions& options) {
  if (format == "json")
    out << to_line(to_json(terms));
  else if (format == "csv" || format == "tsv")
    write_table(terms, format, out, options.spreadsheet_safe);
  else if (format == "text")
    write_text(terms, out, Palette(options.colour));
  else
    throw Error(ErrorCode::usage, "unknown format of key terms: " + format, "choose text, json, csv or tsv");
}

}  // namespace nsearch
