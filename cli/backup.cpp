// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/maintenance.h"
#include "numbers.h"
#include "progress.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::string index;
  std::string target;
  bool replace = false;
  bool quiet = false;
};

int run(const Options& o) {
  ProgressLine progress(!o.quiet);
  BackupOptions options;
  options.replace = o.replace;
  options.on_progress = [&](const CopyProgress& p) { progress.show(p); };
  const BackupSummary summary = backup_index(o.index, o.target, options);
  progress.clear();
  if (!o.quiet) {
    std::cerr << o.target << ": " << grouped(summary.documents) << " documents as of " << summary.committed
              << ", " << decimal(static_cast<double>(summary.bytes) / 1e6) << " MB in "
              << decimal(summary.seconds) << " s\n";
  }
  return exit_ok;
}

}  // namespace

void add_backup(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("backup", "Copy an index as of its last commit, also while a writer is at work");
  add_index_option(*command, o->index);
  command->add_option("DEST", o->target, "The folder to copy to")->required()->type_name("DIR");
  command->add_flag("--replace", o->replace,
                    "Take the place of an index that is there, once the copy is whole");
  command->add_flag("-q,--quiet", o->quiet, "No progress, no summary");
  command->footer(
      "Examples:\n"
      "  nsearch backup /backup/news.idx --index news.idx\n"
      "  nsearch backup /backup/news.idx --replace --index news.idx\n"
      "  nsearch query Nvidia --index /backup/news.idx\n"
      "The copy is an index of its own. A writer goes on; only its next commit waits until the copy is "
      "done.\n"
      "Exit codes: 0 done, 2 bad usage, 4 no usable index, 5 something writes to DEST, 6 refused by the "
      "system.");
  command->callback([o, &action] { action = [o] { return run(*o); }; });
}

}  // namespace nsearch::cli
