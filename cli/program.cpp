// SPDX-License-Identifier: GPL-2.0-or-later
#include "program.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "exit_codes.h"
#include "nsearch/error.h"
#include "nsearch/version.h"

namespace nsearch::cli {
namespace {

int run(int argc, char** argv, const std::vector<Command>& commands) {
  CLI::App app("nsearch: full-text search for multilingual news", "nsearch");
  app.set_version_flag("--version", std::string("nsearch ") + version());
  app.require_subcommand(1);
  app.footer(
      "Examples:\n"
      "  nsearch index articles/ --index news.idx\n"
      "  nsearch query 'distillation AND Nvidia' --index news.idx\n"
      "  nsearch query --plain 'any words, as they come' --index news.idx\n"
      "NSEARCH_INDEX names the index where --index is not given. Exit codes: 0 found or done, 1 nothing "
      "found, 2 bad usage or\n"
      "query, 3 some documents rejected, 4 no usable index, 5 index in use by another writer, 6 refused by "
      "the system, 7 a shard\n"
      "can't be reached.\n"
      "nsearch COMMAND --help says more.");

  Action action;
  for (const Command& command : commands) command.add(app, action);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? exit_ok : exit_usage;
  }
  const int code = action();
  if (!std::cout.flush()) throw Error(ErrorCode::io, "standard output: can't be written");
  return code;
}

}  // namespace

int run_program(int argc, char** argv, const std::vector<Command>& commands) {
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv, commands);
  } catch (const Error& e) {
    std::cerr << "nsearch: " << e.what() << '\n';
    if (!e.way_out().empty()) std::cerr << "  " << e.way_out() << '\n';
    return exit_code(e.code());
  } catch (const std::bad_alloc&) {
    std::cerr << "nsearch: out of memory\n";
    return exit_system;
  } catch (const std::exception& e) {
    std::cerr << "nsearch: internal error: " << e.what() << '\n';
    return exit_internal;
  }
}

}  // namespace nsearch::cli
