// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/related.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/presenter.h"
#include "terminal.h"

namespace nsearch::cli {
namespace {

struct Options {
  SearchedIndexes indexes;
  std::string id;
  std::string file;
  RelatedRequest request;
  std::string format = "text";
  std::string colour = "auto";
};

/// The text of a file, or of standard input for "-".
Document read_article(const std::string& path) {
  Document article;
  article.origin.path = path;
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  std::istream& in = path == "-" ? std::cin : file;
  article.body.assign(std::istreambuf_iterator<char>(in), {});
  if (!in.good() && !in.eof())
    throw Error(ErrorCode::io, path + ": can't be read", "name a file of plain text, - for standard input");
  return article;
}

int related(const Options& o) {
  if (o.id.empty() == o.file.empty())
    throw Error(ErrorCode::usage, o.id.empty() ? "no article was named" : "both an ID and --file were given",
                "nsearch related ID, or nsearch related --file FILE");
  RelatedRequest request = o.request;
  request.id = o.id;
  if (!o.file.empty()) request.article = read_article(o.file);
  PresentOptions present;
  present.colour = use_colour(o.colour);
  present.width = terminal_width();
  Searcher searcher = open_searcher(o.indexes);
  const RelatedResults results = searcher.related(request);
  present_related(request, results, o.format, std::cout, present);
  print_missing_shards(searcher);
  return results.hits.empty() ? exit_nothing : exit_ok;
}

void add_filters(CLI::App& command, RelatedRequest& request) {
  command.add_option("--lang", request.languages, "Only articles in these languages")
      ->delimiter(',')
      ->type_name("LANG,...");
  command.add_flag("--other-languages", request.other_languages,
                   "Only articles in another language than its own");
  command.add_option("--since", request.since, "Only articles of this day, month or year and later")
      ->type_name("DATE");
  command.add_option("--until", request.until, "Only articles of this day, month or year and earlier")
      ->type_name("DATE");
  command
      .add_option_function<unsigned>(
          "--days", [&request](const unsigned& days) { request.days = days; },
          "Only articles at most so many days before or after its date")
      ->type_name("NUMBER");
}

}  // namespace

void add_related(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  o->request.ties = false;
  CLI::App* command = app.add_subcommand("related", "Find articles on the same story, in any language");
  add_searched_indexes(*command, o->indexes);
  command->add_option("ID", o->id, "Id of the article");
  command->add_option("--file", o->file,
                      "An article that needn't be indexed: a text file, - for standard input");
  add_filters(*command, o->request);
  command->add_option("-n,--limit", o->request.limit, "Show at most this many articles")
      ->check(CLI::Range(std::size_t{1}, most_related))
      ->type_name("NUMBER")
      ->default_str("10");
  command->add_flag("--explain", o->request.ties, "Say which words tie them to it");
  command->add_option("-f,--format", o->format, "text, json, ndjson, ids")
      ->check(CLI::IsMember({"text", "json", "ndjson", "ids"}))
      ->default_str("text");
  add_colour_option(*command, o->colour);
  command->footer(
      "Examples:\n"
      "  nsearch related fr-1 --index news.idx\n"
      "  nsearch related fr-1 --other-languages --explain --index news.idx\n"
      "  nsearch related fr-1 --lang nl,de --days 3 --format json --index news.idx\n"
      "  nsearch related --file article.txt --index news.idx\n"
      "Exit codes: 0 found, 1 nothing found or no such article, 2 bad usage, 4 no usable index, 6 refused by "
      "the system.");
  command->callback([o, &action] { action = [o] { return related(*o); }; });
}

}  // namespace nsearch::cli
