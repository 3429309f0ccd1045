// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_options.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "nsearch/error.h"
#include "nsearch/language.h"

namespace nsearch::cli {

namespace {

std::string read_query_file(const std::string& path) {
  const auto whole = [](std::istream& in) {
    return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  };
  if (path == "-") return whole(std::cin);
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path))
    throw Error(ErrorCode::io, path + ": the query can't be read",
                "give a file that can be read, or - for standard input");
  return whole(in);
}

/// Language codes out of tags.
std::vector<std::string> languages_of(const std::vector<std::string>& tags, const char* option) {
  std::vector<std::string> languages;
  for (const std::string& tag : tags) {
    const std::string language = primary_language(tag);
    if (language == "und" && tag != "und")
      throw Error(ErrorCode::usage, std::string(option) + ' ' + tag + ": no language tag",
                  "see nsearch languages");
    languages.push_back(language);
  }
  return languages;
}

}  // namespace

void add_query_options(CLI::App& command, QueryOptions& o) {
  command.add_option("QUERY", o.words, "What to search for; put -- before a query that begins with -")
      ->take_all();
  command.add_option("--query", o.query, "The query, whatever it begins with")->type_name("QUERY");
  command
      .add_option(
          "--query-file", o.file,
          "Read the query from this file, - for standard input: with line breaks, # comments and names")
      ->type_name("FILE");
  command
      .add_option("--operators", o.operators,
                  "Take operators in these languages too: fr (ET, OU, SAUF), nl (EN, OF, NIET)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"en", "fr", "nl"}))
      ->type_name("LANG,...");
  command.add_option("--timezone", o.time_zone, "The time zone of days in dates, such as Europe/Paris")
      ->envname("NSEARCH_TIMEZONE")
      ->default_str("UTC")
      ->type_name("ZONE");
  command.add_flag("--strict", o.strict, "Take a hint about the query as an error");
  command.add_option("--op", o.implicit, "What words side by side mean: and, or")
      ->check(CLI::IsMember({"and", "or"}))
      ->default_str("and");
  command.add_flag("--plain", o.plain,
                   "Take the query as plain words: no operators, any word may match, ranked");
  command.add_option("--lang", o.languages, "Only documents in these languages")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("LANG,...");
  command.add_option("--synonyms", o.synonyms, "Use these synonyms in place of those kept beside the index")
      ->type_name("FILE");
}

void add_across_options(CLI::App& command, QueryOptions& o) {
  command.add_flag("--across", o.across,
                   "Find words by their translations too, from the dictionaries kept beside the index");
  command.add_option("--translate", o.translate, "Likewise, into these languages only")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("LANG,...");
  command.add_option("--state", o.state, "The folder with the dictionaries, in place of the index")
      ->envname("NSEARCH_STATE")
      ->type_name("DIR");
}

bool has_query(const QueryOptions& o) {
  return !o.words.empty() || !o.query.empty() || !o.file.empty();
}

SearchRequest to_request(const QueryOptions& o) {
  const int given = !o.words.empty() + !o.query.empty() + !o.file.empty();
  if (given > 1)
    throw Error(ErrorCode::usage, "more than one of a query, --query and --query-file was given",
                "give one of them");
  SearchRequest request;
  request.query = o.file.empty() ? o.query : read_query_file(o.file);
  request.script = !o.file.empty();
  request.operators = o.operators;
  request.time_zone = o.time_zone;
  request.strict = o.strict;
  for (const std::string& word : o.words) request.query += (request.query.empty() ? "" : " ") + word;
  request.plain = o.plain;
  request.implicit = o.implicit == "or" ? ImplicitOperator::or_ : ImplicitOperator::and_;
  request.languages = languages_of(o.languages, "--lang");
  request.translate = languages_of(o.translate, "--translate");
  request.across = o.across || !o.translate.empty();
  request.state = o.state;
  if (!o.synonyms.empty()) request.synonyms = Synonyms::load({o.synonyms});
  return request;
}

void print_diagnostic(const char* kind, const QueryDiagnostic& diagnostic, const std::string& query) {
  std::cerr << kind << ": " << diagnostic.render(query);
}

void print_suggestions(const SearchResults& results) {
  for (const Suggestion& suggestion : results.suggestions) {
    std::cerr << "did you mean: " << suggestion.query << " (" << suggestion.documents
              << (suggestion.documents == 1 ? " document)\n" : " documents)\n");
  }
}

bool print_diagnostics(const std::optional<QueryDiagnostic>& diagnostic,
                       const std::vector<QueryDiagnostic>& hints, const std::string& query) {
  if (diagnostic) print_diagnostic("error", *diagnostic, query);
  for (const QueryDiagnostic& hint : hints) print_diagnostic("hint", hint, query);
  return diagnostic.has_value();
}

bool print_diagnostics(const SearchResults& results, const std::string& query) {
  return print_diagnostics(results.diagnostic, results.hints, query);
}

}  // namespace nsearch::cli
