// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "batch.h"
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
  ResultOptions result;
  std::string batch;
  std::string colour = "auto";
  std::string run = "nsearch";
  bool explain = false;
};

PresentOptions present_options(const Options& o) {
  PresentOptions present;
  present.colour = use_colour(o.colour);
  present.width = terminal_width();
  present.bars = output_is_terminal();
  present.run = o.run;
  set_present_options(o.result, present);
  return present;
}

/// The request that all queries of this call share, without its text.
SearchRequest shape(const Options& o) {
  SearchRequest request = to_request(o.query);
  set_request(o.result, request);
  request.explain = o.explain;
  request.suggest = o.batch.empty() || o.result.format == "json";
  return request;
}

int run_one(Searcher& searcher, const Options& o, Presenter& presenter) {
  const SearchRequest request = shape(o);
  const SearchResults results = searcher.search(request);
  if (print_diagnostics(results, request.query)) return exit_usage;
  if (o.explain && results.explanation)
    present_explanation(*results.explanation, o.result.format == "text" ? "text" : "json",
                        o.result.format == "text" ? std::cout : std::cerr, present_options(o));
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

/// Every hit, as it is found.
int run_all(Searcher& searcher, const Options& o, Presenter& presenter) {
  const SearchRequest request = shape(o);
  const auto write = [&](const StoredDocument& document) {
    Hit hit;
    hit.id = document_id(document);
    hit.document = document;
    presenter.hit(hit);
    return static_cast<bool>(std::cout);
  };
  const auto write_id = [&](const std::string& id) {
    Hit hit;
    hit.id = id;
    presenter.hit(hit);
    return static_cast<bool>(std::cout);
  };
  const SearchResults results = o.result.format == "ids" ? searcher.for_each_id(request, write_id)
                                                         : searcher.for_each_document(request, write);
  if (print_diagnostics(results, request.query)) return exit_usage;
  presenter.finish();
  return results.total.lower > 0 ? exit_ok : exit_nothing;
}

void check_field_names(Searcher& searcher, const std::vector<std::string>& fields) {
  if (std::all_of(fields.begin(), fields.end(), [](const std::string& name) { return is_hit_field(name); }))
    return;
  check_fields(fields, searcher.info().facets);
}

int query(const Options& o) {
  if (o.batch.empty() == !has_query(o.query))
    throw Error(ErrorCode::usage,
                o.batch.empty() ? "no query was given" : "both a query and --batch were given",
                "nsearch query 'distillation AND Nvidia', --query-file FILE or --batch FILE");
  if (wants_all(o.result)) check_all(o.result);
  if (wants_all(o.result) && !o.batch.empty())
    throw Error(ErrorCode::usage, "--all is for one query", "leave out --batch");
  const auto presenter = make_presenter(o.result.format, std::cout, present_options(o));
  Searcher searcher = open_searcher(o.indexes);
  check_field_names(searcher, o.result.fields);
  const int code = wants_all(o.result) ? run_all(searcher, o, *presenter)
                   : o.batch.empty()   ? run_one(searcher, o, *presenter)
                                       : run_batch(searcher, o, *presenter);
  print_missing_shards(searcher);
  return code;
}

}  // namespace

void add_query(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("query", "Search an index");
  add_searched_indexes(*command, o->indexes);
  add_query_options(*command, o->query);
  add_across_options(*command, o->query);
  command
      ->add_option("--batch", o->batch,
                   "Run the queries of this file (lines: ID, tab, query), - for standard input")
      ->type_name("FILE");
  add_result_options(*command, o->result);
  command->add_flag("--explain", o->explain,
                    "Show how the query was understood, and the terms behind each word (on standard error "
                    "unless the format is text)");
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
      "  nsearch query Nvidia --facet lang,source --timeline month --limit 0 --index news.idx\n"
      "  nsearch query Nvidia --sort -date --fields date,title,url --format csv --index news.idx\n"
      "  nsearch query lang:nl --all --format ndjson --fields id,title,body --index news.idx\n"
      "  nsearch query --plain --batch queries.tsv --format trec --limit 100 --index news.idx\n"
      "  nsearch query --query-file watch.query --timezone Europe/Brussels --index news.idx\n"
      "Exit codes: 0 found, 1 nothing found, 2 bad usage or malformed query, 4 no usable index, 6 refused by "
      "the system, 7 a shard can't be reached.");
  command->callback([o, &action] { action = [o] { return query(*o); }; });
}

}  // namespace nsearch::cli
