// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "interrupt.h"
#include "nsearch/maintenance.h"
#include "numbers.h"
#include "progress.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::string index;
  unsigned wait = 0, threads = 0;
  bool quiet = false;
};

std::string megabytes(std::uint64_t bytes) {
  return decimal(static_cast<double>(bytes) / 1e6) + " MB";
}

int run(const Options& o) {
  ProgressLine progress(!o.quiet);
  CompactOptions options;
  options.wait = std::chrono::seconds(o.wait);
  options.threads = o.threads;
  options.on_progress = [&](const CopyProgress& p) { progress.show(p); };
  options.cancelled = catch_interrupts();
  const CompactSummary summary = compact_index(o.index, options);
  progress.clear();
  if (summary.cancelled) {
    std::cerr << o.index << ": interrupted: nothing changed\n";
    return exit_interrupted;
  }
  if (!o.quiet) {
    std::cerr << o.index << ": " << grouped(summary.documents) << " documents, "
              << megabytes(summary.bytes_before) << " became " << megabytes(summary.bytes_after) << " in "
              << decimal(summary.seconds) << " s\n";
  }
  return exit_ok;
}

}  // namespace

void add_compact(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("compact", "Make an index smaller; what was deleted is gone from the disk");
  add_index_option(*command, o->index);
  add_wait_option(*command, o->wait);
  command->add_option("--threads", o->threads, "Writing threads (default: one for each core)");
  command->add_flag("-q,--quiet", o->quiet, "No progress, no summary");
  command->footer(
      "Example:\n"
      "  nsearch compact --index news.idx\n"
      "Searches go on meanwhile; the new files take the old ones' place at once. It takes room for both.\n"
      "Exit codes: 0 done, 2 bad usage, 4 no usable index, 5 in use by another writer, 6 refused by the "
      "system,\n"
      "130 interrupted: nothing changed.");
  command->callback([o, &action] { action = [o] { return run(*o); }; });
}

}  // namespace nsearch::cli
