// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/error.h"
#include "nsearch/presenter.h"
#include "nsearch/timelines.h"
#include "query_options.h"
#include "result_options.h"
#include "terminal.h"

namespace nsearch::cli {
namespace {

struct Options {
  SearchedIndexes indexes;
  QueryOptions query;
  std::string step = "month";
  std::string format = "text";
  std::string colour = "auto";
  bool spreadsheet_safe = false;
};

bool any_hit(const Timelines& found) {
  for (const ComparedQuery& one : found.queries)
    if (one.counts.hits > 0) return true;
  return false;
}

/// Each of the command line's words is a query of its own.
int timeline(const Options& o) {
  QueryOptions shape = o.query;
  std::vector<std::string> queries = std::move(shape.words);
  shape.words.clear();
  const SearchRequest rest = to_request(shape);
  if (!rest.query.empty()) queries.push_back(rest.query);
  if (queries.empty())
    throw Error(ErrorCode::usage, "no query was given", "nsearch timeline 'OpenAI OR Deepseek' Nvidia");
  Searcher searcher = open_searcher(o.indexes);
  SearchRequest request = rest;
  request.timeline = timeline_step(o.step);
  const Timelines found = timelines(searcher, request, queries);
  bool malformed = false;
  for (const ComparedQuery& one : found.queries)
    malformed = print_diagnostics(one.diagnostic, one.hints, one.query) || malformed;
  if (malformed) return exit_usage;
  PresentOptions present;
  present.colour = use_colour(o.colour);
  present.width = terminal_width();
  present.bars = output_is_terminal();
  present.spreadsheet_safe = o.spreadsheet_safe;
  present_timelines(found, o.format, std::cout, present);
  print_missing_shards(searcher);
  return any_hit(found) ? exit_ok : exit_nothing;
}

}  // namespace

void add_timeline(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("timeline", "Count what several queries find over time, side by side");
  add_searched_indexes(*command, o->indexes);
  add_query_options(*command, o->query);
  add_across_options(*command, o->query);
  command->add_option("--step", o->step, "The length of a period")
      ->check(CLI::IsMember({"day", "week", "month", "year"}))
      ->type_name("day|week|month|year")
      ->default_str("month");
  add_table_options(*command, o->format, o->spreadsheet_safe);
  add_colour_option(*command, o->colour);
  command->footer(
      "Each QUERY is one of its own: put quotes around several words.\n"
      "Examples:\n"
      "  nsearch timeline Nvidia 'OpenAI OR Deepseek' --index news.idx\n"
      "  nsearch timeline 'title:verkiezingen' 'title:élections' --step week --format csv --index news.idx\n"
      "Exit codes: 0 found, 1 nothing found, 2 bad usage or malformed query, 4 no usable index.");
  command->callback([o, &action] { action = [o] { return timeline(*o); }; });
}

}  // namespace nsearch::cli
