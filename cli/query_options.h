// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nsearch/searcher.h"

namespace CLI {
class App;
}

namespace nsearch::cli {

/// The options that say what is asked; query, count and delete have them alike.
struct QueryOptions {
  std::vector<std::string> words;  ///< of the command line, joined by spaces
  std::string query;               ///< --query
  std::string implicit = "and";
  std::string file;  ///< --query-file
  std::vector<std::string> operators;
  std::string time_zone;
  bool strict = false;
  bool plain = false;
  std::vector<std::string> languages;
  std::string synonyms;  ///< a file
  bool across = false;
  std::vector<std::string> translate;
  std::string state;
};

void add_query_options(CLI::App& command, QueryOptions& options);

/// Those that ask across languages; for subcommands that search.
void add_across_options(CLI::App& command, QueryOptions& options);

/// Whether a query was given at all.
bool has_query(const QueryOptions& options);

/// Throws Error: usage; io where the query's file can't be read.
SearchRequest to_request(const QueryOptions& options);

/// Prints a diagnostic ("error") or a hint ("hint") with the query and a caret on standard error.
void print_diagnostic(const char* kind, const QueryDiagnostic& diagnostic, const std::string& query);

/// Prints queries that find more on standard error.
void print_suggestions(const SearchResults& results);

/// Prints what there is to say about a query; true if it was malformed.
bool print_diagnostics(const std::optional<QueryDiagnostic>& diagnostic,
                       const std::vector<QueryDiagnostic>& hints, const std::string& query);
bool print_diagnostics(const SearchResults& results, const std::string& query);

}  // namespace nsearch::cli
