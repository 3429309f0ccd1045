// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
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
  std::vector<std::string> ids;
  std::string format = "text";
  std::string colour = "auto";
};

int show(const Options& o) {
  Searcher searcher = open_searcher(o.indexes);
  PresentOptions present;
  present.colour = use_colour(o.colour);
  present.width = terminal_width();
  bool missing = false;
  for (const std::string& id : o.ids) {
    if (const auto document = searcher.get(id)) {
      present_document(*document, o.format, std::cout, present);
    } else {
      std::cerr << id << ": no such document\n";
      missing = true;
    }
  }
  print_missing_shards(searcher);
  return missing ? exit_nothing : exit_ok;
}

}  // namespace

void add_show(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("show", "Print documents, whole");
  add_searched_indexes(*command, o->indexes);
  command->add_option("ID", o->ids, "Ids of documents")->required();
  command->add_option("-f,--format", o->format, "text, json (one line a document)")
      ->check(CLI::IsMember({"text", "json"}))
      ->default_str("text");
  add_colour_option(*command, o->colour);
  command->footer(
      "Examples:\n"
      "  nsearch show fr-1 --index news.idx\n"
      "  nsearch show fr-1 --format json --index news.idx\n"
      "Exit codes: 0 found, 1 an id is not in the index, 2 bad usage, 4 no usable index.");
  command->callback([o, &action] { action = [o] { return show(*o); }; });
}

}  // namespace nsearch::cli
