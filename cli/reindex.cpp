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
  ReindexOptions reindex;
  unsigned wait = 0;
  bool skip_damaged = false;
  bool quiet = false;
};

int run(Options& o) {
  ProgressLine progress(!o.quiet);
  o.reindex.wait = std::chrono::seconds(o.wait);
  o.reindex.on_progress = [&](const IndexProgress& p) { progress.show(p); };
  if (o.skip_damaged) {
    o.reindex.on_damaged = [&](const DamagedDocument& damaged) {
      progress.clear();
      std::cerr << damaged.id << ": left out: " << damaged.reason << '\n';
    };
  }
  o.reindex.cancelled = catch_interrupts();
  const ReindexSummary summary = reindex(o.index, o.reindex);
  progress.clear();
  if (summary.cancelled) {
    std::cerr << o.index << ": interrupted: nothing changed\n";
    return exit_interrupted;
  }
  if (!o.quiet) {
    std::cerr << o.index << ": " << grouped(summary.documents) << " documents indexed anew in "
              << decimal(summary.seconds) << " s";
    if (summary.damaged > 0) std::cerr << ", " << grouped(summary.damaged) << " damaged ones left out";
    std::cerr << '\n';
  }
  return summary.damaged > 0 ? exit_rejected : exit_ok;
}

}  // namespace

void add_reindex(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "reindex",
      "Build an index anew from the texts that it keeps, after the analysis or the format changed");
  add_index_option(*command, o->index);
  command->add_flag("--detect", o->reindex.decide_languages,
                    "Decide each document's languages again (default: they stay as they are)");
  command->add_flag("--skip-damaged", o->skip_damaged,
                    "Leave out documents that can't be read (default: stop, and change nothing)");
  command->add_option("--threads", o->reindex.threads, "Analysis threads (default: one for each core)");
  add_memory_option(*command, o->reindex.memory);
  add_wait_option(*command, o->wait);
  command->add_flag("-q,--quiet", o->quiet, "No progress, no summary");
  command->footer(
      "Examples:\n"
      "  nsearch reindex --index news.idx\n"
      "  nsearch reindex --detect --index news.idx\n"
      "Searches go on meanwhile; the new index takes the old one's place at once. It takes room for both.\n"
      "Exit codes: 0 done, 2 bad usage, 3 damaged documents left out, 4 no usable index, 5 in use by another "
      "writer,\n"
      "6 refused by the system, 130 interrupted: nothing changed.");
  command->callback([o, &action] { action = [o] { return run(*o); }; });
}

}  // namespace nsearch::cli
