// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/error.h"
#include "nsearch/presenter.h"
#include "query_options.h"
#include "result_options.h"
#include "terminal.h"

namespace nsearch::cli {
namespace {

struct Options {
  SearchedIndexes indexes;
  QueryOptions query;
  KeyTermOptions terms;
  std::string format = "text";
  std::string colour = "auto";
  bool spreadsheet_safe = false;
};

int terms(const Options& o) {
  if (!has_query(o.query))
    throw Error(ErrorCode::usage, "no query was given", "nsearch terms date:2025-03, or source:\"Le Soir\"");
  Searcher searcher = open_searcher(o.indexes);
  const SearchRequest request = to_request(o.query);
  const KeyTerms found = searcher.key_terms(request, o.terms);
  if (print_diagnostics(found.diagnostic, found.hints, request.query)) return exit_usage;
  PresentOptions present;
  present.colour = use_colour(o.colour);
  present.spreadsheet_safe = o.spreadsheet_safe;
  present_key_terms(found, o.format, std::cout, present);
  print_missing_shards(searcher);
  return found.documents > 0 ? exit_ok : exit_nothing;
}

}  // namespace

void add_terms(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "terms",
      "Show the words that mark a period, a source or what a query finds, against the rest of the index");
  add_searched_indexes(*command, o->indexes);
  add_query_options(*command, o->query);
  add_across_options(*command, o->query);
  command->add_option("-n,--limit", o->terms.limit, "Show at most this many words of each language")
      ->default_str("20");
  command
      ->add_option("--least-ratio", o->terms.least_log_ratio,
                   "Only words this many times as frequent as in the rest, as a power of two")
      ->type_name("NUMBER")
      ->default_str("1");
  command
      ->add_option("--least-documents", o->terms.least_documents, "Only words in this many documents found")
      ->default_str("3");
  add_table_options(*command, o->format, o->spreadsheet_safe);
  add_colour_option(*command, o->colour);
  command->footer(
      "Of each word: G2, the log-likelihood ratio; the binary logarithm of how many times as frequent it is; "
      "the "
      "documents found\nthat hold it, and the others of the same language that do. Words of few documents "
      "mark little.\n"
      "Examples:\n"
      "  nsearch terms date:2025-03 --index news.idx\n"
      "  nsearch terms 'source:\"Le Soir\" date:2025' --limit 50 --format csv --index news.idx\n"
      "  nsearch terms 'OpenAI OR Deepseek' --lang nl --index news.idx\n"
      "Exit codes: 0 found, 1 the query finds nothing, 2 bad usage or malformed query, 4 no usable index.");
  command->callback([o, &action] { action = [o] { return terms(*o); }; });
}

}  // namespace nsearch::cli
