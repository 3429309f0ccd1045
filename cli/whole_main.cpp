// SPDX-License-Identifier: GPL-2.0-or-later

// The whole program: every subcommand. "nsearch" itself (main.cpp) leaves to it what it doesn't do.
#include <sys/resource.h>

#include <algorithm>

#include "program.h"

namespace {

/// A merge of many small databases is quickest with all of them open; shells allow fewer files than the system does.
void allow_many_files() {
  constexpr rlim_t wanted = 8192;
  struct rlimit files {};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= wanted) return;
  files.rlim_cur = std::min(wanted, files.rlim_max);
  ::setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace nsearch::cli;
  allow_many_files();
  std::vector<Command> commands = {
      {"index", add_index},   {"delete", add_delete}, {"reindex", add_reindex}, {"compact", add_compact},
      {"backup", add_backup}, {"check", add_check},   {"dump", add_dump},       {"extract", add_extract}};
  for (const Command& command : searching_commands()) commands.push_back(command);
  return run_program(argc, argv, commands);
}
