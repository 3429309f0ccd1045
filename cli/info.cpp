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
  std::string format = "text";
};

int info(const Options& o) {
  Searcher searcher = open_searcher(o.indexes);
  PresentOptions present;
  present.width = terminal_width();
  present_info(searcher.info(), o.format, std::cout, present);
  print_missing_shards(searcher);
  return exit_ok;
}

}  // namespace

void add_info(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("info", "Say what an index is and holds");
  add_searched_indexes(*command, o->indexes);
  command->add_option("-f,--format", o->format, "text, json")
      ->check(CLI::IsMember({"text", "json"}))
      ->default_str("text");
  command->footer(
      "Examples:\n"
      "  nsearch info --index news.idx\n"
      "  nsearch info --format json --index news.idx\n"
      "Exit codes: 0 done, 2 bad usage, 4 no usable index.");
  command->callback([o, &action] { action = [o] { return info(*o); }; });
}

}  // namespace nsearch::cli
