// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/extract.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "commands.h"
#include "exit_codes.h"
#include "index_report.h"
#include "input_options.h"
#include "interrupt.h"
#include "numbers.h"

namespace nsearch::cli {
namespace {

struct Options {
  InputOptions input;
  std::string rejects;
  bool quiet = false;
};

int extract(const Options& o) {
  RejectReport rejects(o.rejects, o.quiet);
  ExtractRun run;
  run.paths = o.input.paths;
  run.format = o.input.format;
  run.field_map = field_map(o.input);
  run.on_document = [](const Document& document) {
    return static_cast<bool>(std::cout << json_line(document) << '\n');
  };
  run.on_reject = [&](const Rejection& rejection) { rejects.add(rejection); };
  run.on_note = [&](const std::string& path, std::uint64_t line, const std::string& text) {
    rejects.note(path, line, text);
  };
  run.cancelled = catch_interrupts();
  const ExtractSummary summary = extract_files(run);
  rejects.finish();
  if (!std::cout.flush()) throw Error(ErrorCode::io, "standard output: can't be written");
  if (!o.quiet)
    std::cerr << grouped(summary.documents) << " documents, " << grouped(summary.rejected) << " rejected, "
              << grouped(summary.files) << " files\n";
  if (summary.cancelled) return exit_interrupted;
  return summary.rejected > 0 ? exit_rejected : exit_ok;
}

}  // namespace

void add_extract(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("extract", "Print what would be indexed of files and folders, as JSON lines");
  add_input_options(*command, o->input);
  command->add_option("--rejects", o->rejects, "Write what could not be read, and why, to this file (NDJSON)")
      ->type_name("FILE");
  command->add_flag("-q,--quiet", o->quiet, "No list of rejected documents, no summary");
  command->footer(
      "Examples:\n"
      "  nsearch extract page.html\n"
      "  nsearch extract crawl.warc.gz | jq -r .title\n"
      "  nsearch extract feeds.tar.gz --rejects rejected.ndjson > feeds.jsonl\n"
      "  nsearch extract wire/ | nsearch index - --input-format jsonl --index news.idx\n"
      "Each line is a document as its reader sees it: id, url, title, body, lang (as declared), date, "
      "author, source, and its further "
      "fields. Nothing is indexed, and no language detected.\n"
      "Exit codes: 0 all read, 3 some rejected, 2 bad usage, 6 refused by the system.");
  command->callback([o, &action] { action = [o] { return extract(*o); }; });
}

}  // namespace nsearch::cli
