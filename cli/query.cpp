// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "batch.h"
#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/error.h"
#include "nsearch/presenter.h"
#include "query_options.h"
#include "terminal.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::vector<std::string> indexes;
  QueryOptions query;
  std::string batch;
  std::string format = "text";
  std::string colour = "auto";
  std::string run = "nsearch";
  std::size_t limit = 10;
  std::size_t offset = 0;
  bool explain = false;
  bool no_snippets = false;
};

PresentOptions present_options(const Options& o) {
  PresentOptions present;
  present.colour = use_colour(o.colour);
  present.width = terminal_width();
  present.run = o.run;
  return present;
}

/// The request that all queries of this call share, without its text.
SearchRequest shape(const Options& o) {
  SearchRequest request = to_request(o.query);
  const bool lists_ids = o.format == "ids" || o.format == "trec";
  request.limit = o.limit;
  request.offset = o.offset;
  request.documents = !lists_ids;
  request.snippets = !o.no_snippets && !lists_ids;
  request.explain = o.explain;
  request.suggest = o.batch.empty() || o.format == "json";
  return request;
}

int run_one(Searcher& searcher, const Options& o, Presenter& presenter) {
  const SearchRequest request = shape(o);
  const SearchResults results = searcher.search(request);
  if (print_diagnostics(results, request.query)) return exit_usage;
  if (o.explain && results.explanation)
    present_explanation(*results.explanation, o.format == "text" ? "text" : "json",
                        o.format == "text" ? std::cout : std::cerr, present_options(o));
  presenter.results("", request, results);
  presenter.finish();
  std::cout.flush();
  print_suggestions(results);
  return results.total.lower > 0 || !results.hits.empty() ? exit_ok : exit_nothing;
}

int run_batch(Searcher& searcher, const Options& o, Presenter& presenter) {
  SearchRequest request = shape(o);
  bool found = false, malformed = false;
  for (const BatchQuery& query : read_batch_file(o.batch)) {
    request.query = query.text;
    const SearchResults results = searcher.search(request);
    if (results.diagnostic) {
      std::cerr << "query " << query.id << ": ";
      print_diagnostic("error", *results.diagnostic, query.text);
      malformed = true;
      continue;
    }
    found = found || !results.hits.empty();
    presenter.results(query.id, request, results);
  }
  presenter.finish();
  return malformed ? exit_usage : found ? exit_ok : exit_nothing;
}

int query(const Options& o) {
  if (o.batch.empty() == !has_query(o.query))
    throw Error(ErrorCode::usage,
                o.batch.empty() ? "no query was given" : "both a query and --batch were given",
                "nsearch query 'distillation AND Nvidia', --query-file FILE or --batch FILE");
  const auto presenter = make_presenter(o.format, std::cout, present_options(o));
  Searcher searcher(o.indexes);
  return o.batch.empty() ? run_one(searcher, o, *presenter) : run_batch(searcher, o, *presenter);
}

std::string format_help() {
  std::string text = "How to write the results:";
  for (const OutputFormat& format : output_formats()) text += " " + format.name;
  return text;
}

}  // namespace

void add_query(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("query", "Search an index");
  add_indexes_option(*command, o->indexes);
  add_query_options(*command, o->query);
  command
      ->add_option("--batch", o->batch,
                   "Run the queries of this file (lines: ID, tab, query), - for standard input")
      ->type_name("FILE");
  command->add_option("-f,--format", o->format, format_help())->default_str("text");
  command->add_option("-n,--limit", o->limit, "Show at most this many results")->default_str("10");
  command->add_option("--offset", o->offset, "Leave out the first results")->default_str("0");
  command->add_flag("--explain", o->explain,
                    "Show how the query was understood, and the terms behind each word (on standard error "
                    "unless the format is text)");
  command->add_flag("--no-snippets", o->no_snippets, "Show no snippets");
  command->add_option("--run", o->run, "The run's tag in the trec format")->default_str("nsearch");
  add_colour_option(*command, o->colour);
  command->footer(
      "Examples:\n"
      "  nsearch query 'distillation AND Nvidia' --index news.idx\n"
      "  nsearch query '\"salaire minimum\" OR minimumloon' lang:nl --index news.idx\n"
      "  nsearch query 'title:(OpenAI OR Deepseek) -koers date:2025-03' --index news.idx --index "
      "archive.idx\n"
      "  nsearch query --plain 'Chine: R&D, OpenAI -gegevens' --index news.idx\n"
      "  nsearch query --query '-koers Nvidia' --format json --index news.idx\n"
      "  nsearch query --plain --batch queries.tsv --format trec --limit 100 --index news.idx\n"
      "  nsearch query --query-file watch.query --timezone Europe/Brussels --index news.idx\n"
      "Exit codes: 0 found, 1 nothing found, 2 bad usage or malformed query, 4 no usable index, 6 refused by "
      "the system.");
  command->callback([o, &action] { action = [o] { return query(*o); }; });
}

}  // namespace nsearch::cli
