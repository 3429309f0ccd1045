// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/synonyms.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/error.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::string index;
  std::string import;
  bool remove = false;
};

int synonyms(const Options& o) {
  namespace fs = std::filesystem;
  const std::string kept = synonyms_path(o.index);
  if (o.remove) {
    std::error_code error;
    if (!fs::remove(kept, error) && error) throw Error(ErrorCode::io, kept + ": " + error.message());
    return exit_ok;
  }
  if (!o.import.empty()) {
    keep_synonyms(o.index, o.import);
    const std::size_t groups = Synonyms::load({kept})->groups();
    std::cerr << groups << (groups == 1 ? " group" : " groups") << " of synonyms kept beside " << o.index
              << '\n';
    return exit_ok;
  }
  std::ifstream file(kept, std::ios::binary);
  if (!file) {
    std::cerr << "no synonyms are kept beside " << o.index << '\n';
    return exit_nothing;
  }
  std::cout << file.rdbuf();
  return exit_ok;
}

}  // namespace

void add_synonyms(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("synonyms", "Show, import or remove the synonyms kept beside an index");
  add_index_option(*command, o->index);
  auto* import =
      command->add_option("--import", o->import, "Check this file, and keep its synonyms from now on")
          ->type_name("FILE");
  command->add_flag("--remove", o->remove, "Keep none")->excludes(import);
  command->footer(
      "A line of the file is a group: VS = États-Unis = Verenigde Staten. # begins a comment.\n"
      "Examples:\n"
      "  nsearch synonyms --import synonyms.txt --index news.idx\n"
      "  nsearch synonyms --index news.idx\n"
      "Exit codes: 0 done, 1 none are kept, 2 bad usage or a malformed file, 4 no index, 6 refused by the "
      "system.");
  command->callback([o, &action] { action = [o] { return synonyms(*o); }; });
}

}  // namespace nsearch::cli
