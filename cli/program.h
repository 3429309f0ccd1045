// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "commands.h"

namespace nsearch::cli {

/// A subcommand's name, and what adds it to the program.
struct Command {
  const char* name;
  void (*add)(CLI::App& app, Action& action);
};

/// The subcommands that ask indexes.
std::vector<Command> searching_commands();

/// Parses a command line for one of `commands`, does what it says, writes what failed. Gives the exit code.
int run_program(int argc, char** argv, const std::vector<Command>& commands);

}  // namespace nsearch::cli
