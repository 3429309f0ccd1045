// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/error.h"
#include "nsearch/maintenance.h"
#include "numbers.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::string index;
  std::string output;
};

int dump(const Options& o) {
  std::ofstream file;
  if (!o.output.empty()) {
    file.open(o.output, std::ios::binary | std::ios::trunc);
    if (!file) throw Error(ErrorCode::io, o.output + ": can't be written");
  }
  std::ostream& out = o.output.empty() ? std::cout : file;
  const auto write = [&](std::string_view line) { return static_cast<bool>(out << line); };
  const DumpSummary summary = dump_index(o.index, write, [](const DamagedDocument& damaged) {
    std::cerr << damaged.id << ": " << damaged.reason << '\n';
  });
  if (!out.flush())
    throw Error(ErrorCode::io, (o.output.empty() ? "standard output" : o.output) + ": can't be written");
  if (summary.changed)
    std::cerr << o.index
              << ": changed while it was dumped: documents are as of different commits (a backup's "
              << "dump is as of one)\n";
  if (summary.damaged == 0) return exit_ok;
  std::cerr << o.index << ": " << grouped(summary.damaged) << " damaged documents left out, "
            << grouped(summary.documents) << " written\n";
  return exit_index;
}

}  // namespace

void add_dump(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("dump", "Write all documents of an index as JSON lines, ordered by id");
  add_index_option(*command, o->index);
  command->add_option("-o,--output", o->output, "Write to this file (default: standard output)")
      ->type_name("FILE");
  command->footer(
      "Examples:\n"
      "  nsearch dump --index news.idx | gzip > news.nsdump.gz\n"
      "  nsearch index news.nsdump.gz --index copy.idx\n"
      "  nsearch dump --index old.idx | nsearch index - --input-format dump --index new.idx\n"
      "A dump holds what the index keeps of each document, so it moves an index to another version or "
      "machine "
      "without loss.\n"
      "Exit codes: 0 done, 2 bad usage, 4 no usable index, or damaged documents were left out, 6 refused by "
      "the system.");
  command->callback([o, &action] { action = [o] { return dump(*o); }; });
}

}  // namespace nsearch::cli
