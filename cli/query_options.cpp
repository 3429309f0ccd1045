// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_options.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "nsearch/error.h"
#include "nsearch/language.h"

namespace nsearch::cli {

void add_query_options(CLI::App& command, QueryOptions& o) {
  command.add_option("QUERY", o.words, "What to search for; put -- before a query that begins with -")
      ->take_all();
  command.add_option("--query", o.query, "The query, whatever it begins with")->type_name("QUERY");
  command.add_option("--op", o.implicit, "What words side by side mean: and, or")
      ->check(CLI::IsMember({"and", "or"}))
      ->default_str("and");
  command.add_flag("--plain", o.plain,
                   "Take the query as plain words: no operators, any word may match, ranked");
  command.add_option("--lang", o.languages, "Only documents in these languages")
      ->delimiter(',')
      ->type_name("LANG,...");
}

bool has_query(const QueryOptions& o) {
  return !o.words.empty() || !o.query.empty();
}

SearchRequest to_request(const QueryOptions& o) {
  if (!o.words.empty() && !o.query.empty())
    throw Error(ErrorCode::usage, "both a query and --query were given", "give one of them");
  SearchRequest request;
  request.query = o.query;
  for (const std::string& word : o.words) request.query += (request.query.empty() ? "" : " ") + word;
  request.plain = o.plain;
  request.implicit = o.implicit == "or" ? ImplicitOperator::or_ : ImplicitOperator::and_;
  for (const std::string& tag : o.languages) {
    const std::string language = primary_language(tag);
    if (language == "und" && tag != "und")
      throw Error(ErrorCode::usage, "--lang " + tag + ": no language tag", "see nsearch languages");
    request.languages.push_back(language);
  }
  return request;
}

void print_diagnostic(const char* kind, const QueryDiagnostic& diagnostic, const std::string& query) {
  std::cerr << kind << ": " << diagnostic.render(query);
}

bool print_diagnostics(const SearchResults& results, const std::string& query) {
  if (results.diagnostic) print_diagnostic("error", *results.diagnostic, query);
  for (const QueryDiagnostic& hint : results.hints) print_diagnostic("hint", hint, query);
  return results.diagnostic.has_value();
}

}  // namespace nsearch::cli
