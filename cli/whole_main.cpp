// SPDX-License-Identifier: GPL-2.0-or-later

// The whole program: every subcommand. "nsearch" itself (main.cpp) leaves to it what it doesn't do.
#include "program.h"

int main(int argc, char** argv) {
  using namespace nsearch::cli;
  std::vector<Command> commands = {
      {"index", add_index},   {"delete", add_delete}, {"reindex", add_reindex}, {"compact", add_compact},
      {"backup", add_backup}, {"check", add_check},   {"dump", add_dump},       {"extract", add_extract}};
  for (const Command& command : searching_commands()) commands.push_back(command);
  return run_program(argc, argv, commands);
}
