// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <limits>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/presenter.h"
#include "query_options.h"
#include "result_options.h"
#include "terminal.h"

namespace nsearch::cli {
namespace {

struct Options {
  SearchedIndexes indexes;
  QueryOptions query;
  std::string limit = "20";
  std::size_t offset = 0;
  std::string format = "text";
  std::string colour = "auto";
};

int duplicates(const Options& o) {
  Searcher searcher = open_searcher(o.indexes);
  SearchRequest request = to_request(o.query);
  request.offset = o.offset;
  request.limit = number_or_all(o.limit).value_or(std::numeric_limits<std::size_t>::max() - o.offset);
  const Duplicates found = searcher.duplicates(request);
  if (print_diagnostics(found.diagnostic, found.hints, request.query)) return exit_usage;
  PresentOptions present;
  present.colour = use_colour(o.colour);
  present_duplicates(found, o.format, std::cout, present);
  print_missing_shards(searcher);
  return found.found > 0 ? exit_ok : exit_nothing;
}

}  // namespace

void add_duplicates(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("duplicates", "List the copies of one text that an index holds");
  add_searched_indexes(*command, o->indexes);
  add_query_options(*command, o->query);
  add_across_options(*command, o->query);
  command->add_option("-n,--limit", o->limit, "Show at most this many groups")
      ->type_name("NUMBER|all")
      ->default_str("20");
  command->add_option("--offset", o->offset, "Leave out the first groups")->default_str("0");
  command->add_option("-f,--format", o->format, "text, json")
      ->check(CLI::IsMember({"text", "json"}))
      ->default_str("text");
  add_colour_option(*command, o->colour);
  command->footer(
      "Without a query all documents are looked at. The largest groups come first; in a group the oldest "
      "document.\n"
      "Examples:\n"
      "  nsearch duplicates --index news.idx\n"
      "  nsearch duplicates 'date:2025-03 lang:fr' --limit all --format json --index news.idx\n"
      "Exit codes: 0 found, 1 no copies, 2 bad usage or malformed query, 4 no usable index.");
  command->callback([o, &action] { action = [o] { return duplicates(*o); }; });
}

}  // namespace nsearch::cli
