// SPDX-License-Identifier: GPL-2.0-or-later

// "nsearch" does what asks an index by itself, and starts the whole program (whole_main.cpp) for the rest: a query
// shall not wait for the libraries that read archives, web pages and feeds.
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <string_view>

#include "exit_codes.h"
#include "program.h"

namespace {

using namespace nsearch::cli;

/// Beside this program's own file, by way of links, so that an installation may be moved as a whole.
std::filesystem::path whole_program() {
  std::error_code failure;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", failure);
  if (failure) return NSEARCH_INSTALLED_WHOLE;
  return (self.parent_path() / NSEARCH_WHOLE_FROM_HERE).lexically_normal();
}

int run_whole_program(char** argv) {
  const std::filesystem::path program = whole_program();
  execv(program.c_str(), argv);
  std::cerr
      << "nsearch: " << program.string() << ": can't be started: " << std::strerror(errno)
      << "\n  nsearch only asks indexes by itself; link to it where it is installed instead of copying it\n";
  return exit_system;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first == "--version") return run_program(argc, argv, {});
  for (const Command& command : searching_commands())
    if (first == command.name) return run_program(argc, argv, {command});
  return run_whole_program(argv);
}
