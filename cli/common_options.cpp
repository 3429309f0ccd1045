// SPDX-License-Identifier: GPL-2.0-or-later
#include "common_options.h"

#include <CLI/CLI.hpp>

namespace nsearch::cli {

void add_index_option(CLI::App& command, std::string& index) {
  command.add_option("-i,--index", index, "The index's folder")
      ->envname("NSEARCH_INDEX")
      ->required()
      ->type_name("DIR");
}

void add_indexes_option(CLI::App& command, std::vector<std::string>& indexes) {
  command.add_option("-i,--index", indexes, "The index's folder; several are searched as one")
      ->envname("NSEARCH_INDEX")
      ->required()
      ->type_name("DIR")
      ->allow_extra_args(false)
      ->take_all();
}

void add_colour_option(CLI::App& command, std::string& choice) {
  command
      .add_option("--color", choice,
                  "Colour the output: auto (on a terminal, unless NO_COLOR is set), always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->default_str("auto");
}

}  // namespace nsearch::cli
