// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "index_report.h"
#include "input_options.h"
#include "interrupt.h"
#include "nsearch/indexer.h"
#include "nsearch/synonyms.h"
#include "nsearch/watch.h"
#include "progress.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::string index;
  IndexRun run;
  InputOptions input;
  std::string rejects;
  std::string synonyms;
  std::string protect;
  unsigned wait = 0;
  bool json = false;
  bool quiet = false;
  bool watch = false;
};

int index(Options& o) {
  o.run.paths = o.input.paths;
  o.run.format = o.input.format;
  o.run.field_map = field_map(o.input);
  if (!o.synonyms.empty()) Synonyms::load({o.synonyms});  // an error before the work, not after it
  o.run.writer.wait = std::chrono::seconds(o.wait);
  if (!o.protect.empty()) o.run.writer.protect = read_protected_words(o.protect);
  RejectReport rejects(o.rejects, o.quiet);
  ProgressLine progress(!o.quiet && !o.json);
  o.run.on_progress = [&](const IndexProgress& p) { progress.show(p); };
  o.run.on_reject = [&](const Rejection& r) {
    progress.clear();
    rejects.add(r);
  };
  o.run.on_note = [&](const std::string& path, std::uint64_t line, const std::string& note) {
    progress.clear();
    rejects.note(path, line, note);
  };
  o.run.cancelled = catch_interrupts();

  const auto report = [&](const IndexSummary& summary) {
    progress.clear();
    if (o.json)
      print_summary_json(std::cout, summary);
    else if (!o.quiet)
      print_summary(std::cerr, summary, o.index);
  };
  if (o.watch) {
    WatchRun watch;
    watch.run = o.run;
    watch.on_batch = [&](const IndexSummary& summary) {
      report(summary);
      std::cout.flush();
    };
    watch_folders(o.index, watch);
    rejects.finish();
    if (!o.synonyms.empty()) keep_synonyms(o.index, o.synonyms);
    return exit_ok;
  }
  const IndexSummary summary = index_files(o.index, o.run);
  report(summary);
  rejects.finish();
  if (!o.synonyms.empty()) keep_synonyms(o.index, o.synonyms);
  if (summary.cancelled) return exit_interrupted;
  return summary.rejected > 0 ? exit_rejected : exit_ok;
}

}  // namespace

void add_index(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "index", "Index files and folders; run again to add what is new and update what changed");
  add_index_option(*command, o->index);
  add_input_options(*command, o->input);
  command->add_option("--lang", o->run.writer.language, "Index everything as this language")
      ->type_name("LANG");
  command->add_option("--langs", o->run.writer.candidates, "The only languages to choose from when detecting")
      ->delimiter(',')
      ->type_name("LANG,...");
  add_protect_option(
      *command, o->protect,
      "Never stem nor split the words of this file, one a line; for a new index, which keeps them");
  command->add_option("--threads", o->run.writer.threads, "Analysis threads (default: one for each core)");
  add_memory_option(*command, o->run.writer.memory);
  command->add_flag("--watch", o->watch,
                    "Go on: index each file as soon as it is dropped into these folders, until interrupted");
  command->add_flag("--delete-missing", o->run.delete_missing,
                    "Delete documents that came from these files and folders and are no longer there; never "
                    "from what can't be read");
  command
      ->add_option("--shards", o->run.writer.shards,
                   "Route the documents of a new index among N shards by their ids (default: one index)")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  add_wait_option(*command, o->wait);
  command
      ->add_option("--builder", o->run.writer.builder,
                   "What builds a new index: direct (writes the tables itself) or api (Xapian's functions); "
                   "default: direct, if it passes its check against the installed Xapian")
      ->check(CLI::IsMember({"direct", "api"}))
      ->envname("NSEARCH_BUILDER")
      ->type_name("NAME");
  add_changes_option(*command, o->run.writer.changes);
  command->add_option("--rejects", o->rejects, "Write what was not indexed, and why, to this file (NDJSON)")
      ->type_name("FILE");
  command->add_option("--synonyms", o->synonyms, "Keep these synonyms beside the index")->type_name("FILE");
  command->add_flag("--json", o->json, "Print the summary as JSON on standard output");
  command->add_flag("-q,--quiet", o->quiet, "No progress, no list of rejected documents, no summary");
  command->footer(
      "Examples:\n"
      "  nsearch index articles/ --index news.idx\n"
      "  nsearch index wire.jsonl.gz --field body=text --field lang=language --index news.idx\n"
      "  zcat dump.gz | nsearch index - --input-format jsonl --lang nl --index news.idx\n"
      "  nsearch index archive/ --rejects rejected.ndjson --json --index news.idx\n"
      "  nsearch index incoming/ --watch --delete-missing --index news.idx\n"
      "  nsearch index archive/ --shards 4 --index archive.idx\n"
      "A document's id is the one it has, else its URL, else its path; the same id again replaces the "
      "document.\n"
      "Exit codes: 0 all indexed (--watch: interrupted, all committed), 3 some rejected, 2 bad usage, 4 "
      "unusable index, 5 in use by another "
      "writer, 6 disk or permissions.");
  command->callback([o, &action] { action = [o] { return index(*o); }; });
}

}  // namespace nsearch::cli
