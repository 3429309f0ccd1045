// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/error.h"
#include "query_options.h"

namespace nsearch::cli {
namespace {

struct Options {
  SearchedIndexes indexes;
  QueryOptions query;
};

int count(const Options& o) {
  if (!has_query(o.query))
    throw Error(ErrorCode::usage, "no query was given", "nsearch count 'distillation AND Nvidia'");
  Searcher searcher = open_searcher(o.indexes);
  const SearchRequest request = to_request(o.query);
  const SearchResults results = searcher.count(request);
  if (print_diagnostics(results, request.query)) return exit_usage;
  print_missing_shards(searcher);
  std::cout << results.total.estimate << '\n';
  return results.total.estimate > 0 ? exit_ok : exit_nothing;
}

}  // namespace

void add_count(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("count", "Print the number of documents that a query finds");
  add_searched_indexes(*command, o->indexes);
  add_query_options(*command, o->query);
  add_across_options(*command, o->query);
  command->footer(
      "Examples:\n"
      "  nsearch count 'OpenAI lang:nl' --index news.idx\n"
      "  nsearch count 'NOT lang:fr' --index news.idx\n"
      "Exit codes: 0 found, 1 none, 2 bad usage or malformed query, 4 no usable index.");
  command->callback([o, &action] { action = [o] { return count(*o); }; });
}

}  // namespace nsearch::cli
