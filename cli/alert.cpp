// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "alert_command.h"
#include "alert_output.h"
#include "batch.h"
#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "interrupt.h"
#include "nsearch/alerts.h"
#include "nsearch/error.h"
#include "query_options.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::vector<std::string> indexes;
  std::string state;
  unsigned wait = 0;
  std::string name;                ///< of the one to add
  std::vector<std::string> names;  ///< of those in question
  QueryOptions query;
  std::string format = "text";
  std::string command;
  std::string batch;
  bool from_start = false;
  bool replace = false;
  bool every_query = false;
};

Alerts open(const Options& o) {
  Alerts alerts(o.indexes, o.state);
  alerts.set_wait(std::chrono::seconds(o.wait));
  return alerts;
}

std::vector<Alert> alerts_to_add(const Options& o, const SearchRequest& request) {
  std::vector<Alert> alerts;
  Alert alert = to_alert(request);
  if (o.batch.empty()) {
    alert.name = o.name;
    return {alert};
  }
  for (BatchQuery& line : read_batch_file(o.batch)) {
    alert.name = std::move(line.id);
    alert.query = std::move(line.text);
    alerts.push_back(alert);
  }
  return alerts;
}

int add(const Options& o) {
  if (o.batch.empty() ? o.name.empty() || !has_query(o.query) : !o.name.empty() || has_query(o.query))
    throw Error(ErrorCode::usage,
                o.batch.empty() ? "no name and query were given" : "a name and --batch were given",
                "nsearch alert add chips 'distillation AND Nvidia', or --batch FILE");
  if (!o.query.synonyms.empty())
    throw Error(ErrorCode::usage, "an alert has no synonyms of its own",
                "keep them beside the index: nsearch synonyms --import FILE");
  const SearchRequest request = to_request(o.query);
  AddAlertOptions options;
  options.from_start = o.from_start;
  options.replace = o.replace;
  options.strict = request.strict;
  const std::vector<Alert> alerts = alerts_to_add(o, request);
  const std::vector<AddedAlert> added = open(o).add(alerts, options);
  bool malformed = false;
  for (std::size_t i = 0; i < alerts.size(); ++i) {
    malformed = malformed || added[i].diagnostic;
    const auto say = [&](const char* kind, const QueryDiagnostic& diagnostic) {
      if (!o.batch.empty()) std::cerr << "alert " << alerts[i].name << ": ";
      print_diagnostic(kind, diagnostic, alerts[i].query);
    };
    if (added[i].diagnostic) say("error", *added[i].diagnostic);
    for (const QueryDiagnostic& hint : added[i].hints) say("hint", hint);
  }
  return malformed ? exit_usage : exit_ok;
}

int remove(const Options& o) {
  Alerts alerts = open(o);
  int code = exit_ok;
  for (const std::string& name : o.names) {
    if (alerts.remove(name)) continue;
    std::cerr << "there is no alert “" << name << "”\n";
    code = exit_nothing;
  }
  return code;
}

int list(const Options& o) {
  std::vector<Alert> alerts = open(o).list();
  if (!o.names.empty()) {
    alerts.erase(std::remove_if(alerts.begin(), alerts.end(),
                                [&](const Alert& alert) {
                                  return std::find(o.names.begin(), o.names.end(), alert.name) ==
                                         o.names.end();
                                }),
                 alerts.end());
  }
  present_alerts(alerts, o.format, std::cout);
  return alerts.empty() ? exit_nothing : exit_ok;
}

int reset(const Options& o) {
  open(o).reset(o.names, o.from_start);
  return exit_ok;
}

bool give_to(const std::string& command, const AlertBatch& batch, const std::string& lines) {
  const std::string problem = run_command(command, lines, batch.alert.name, batch.id);
  if (problem.empty()) return true;
  std::cerr << "alert " << batch.alert.name << ": the command " << problem << "; its " << batch.matches.size()
            << (batch.matches.size() == 1 ? " document comes" : " documents come") << " again\n";
  return false;
}

int run(const Options& o) {
  Alerts alerts = open(o);
  AlertRun run;
  run.names = o.names;
  run.plain_way = o.every_query;
  run.cancelled = catch_interrupts();
  const bool by_command = !o.command.empty();
  AlertOutput output;
  run.sync_each = by_command;  // beside starting a command that costs little
  if (!by_command) run.sync_output = [&] { output.sync(); };
  AlertLines lines;
  const AlertRunSummary summary = alerts.run(run, [&](const AlertBatch& batch) {
    const std::string text = lines.lines(batch);
    if (by_command) return give_to(o.command, batch, text);
    output.write(text);
    return true;
  });
  bool malformed = false, refused = false;
  for (const AlertTrouble& trouble : summary.troubles) {
    refused = refused || !trouble.diagnostic;
    if (!trouble.diagnostic) continue;
    malformed = true;
    std::cerr << "alert " << trouble.name << ": " << trouble.diagnostic->message << " (column "
              << trouble.diagnostic->column << "); it waits\n";
  }
  if (summary.cancelled) return exit_interrupted;
  if (malformed) return exit_usage;
  if (refused) return exit_rejected;
  return summary.told > 0 ? exit_ok : exit_nothing;
}

CLI::App* add_one(CLI::App& alert, const char* name, const char* help, const std::shared_ptr<Options>& o,
                  Action& action, int (*work)(const Options&)) {
  CLI::App* command = alert.add_subcommand(name, help);
  add_indexes_option(*command, o->indexes);
  command->add_option("--state", o->state, "The folder where they are kept (default: alerts in the index)")
      ->type_name("DIR");
  command->callback([o, &action, work] { action = [o, work] { return work(*o); }; });
  return command;
}

void add_lock_wait(CLI::App& command, unsigned& seconds) {
  command.add_option("--wait", seconds, "Wait this long for another process that has the alerts")
      ->type_name("SECONDS");
}

}  // namespace

void add_alert(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* alert = app.add_subcommand("alert", "Keep searches, and tell what is new for them");
  alert->require_subcommand(1);

  CLI::App* one = add_one(*alert, "add", "Keep a search", o, action, add);
  one->add_option("NAME", o->name, "Its name");
  add_query_options(*one, o->query);
  one->add_option("--batch", o->batch,
                  "Keep the searches of this file (lines: NAME, tab, query), - for standard input")
      ->type_name("FILE");
  one->add_flag("--from-start", o->from_start, "Tell of the documents that are there already, too");
  one->add_flag("--replace", o->replace, "In place of the one of this name");
  add_lock_wait(*one, o->wait);
  one->footer(
      "Examples:\n"
      "  nsearch alert add chips 'distillation AND Nvidia' --index news.idx\n"
      "  nsearch alert add wages '\"salaire minimum\" OR minimumloon' --lang fr,nl --index news.idx\n"
      "  nsearch alert add --batch watches.tsv --index news.idx\n"
      "  nsearch alert add bank --query-file bank.query --timezone Europe/Brussels --index news.idx\n"
      "Exit codes: 0 kept, 2 bad usage or malformed query, 4 no usable index, 5 another process has the "
      "alerts, 6 refused by the system.");

  one = add_one(*alert, "remove", "Forget searches", o, action, remove);
  one->add_option("NAME", o->names, "Their names")->required();
  add_lock_wait(*one, o->wait);
  one->footer("Exit codes: 0 removed, 1 there is none of that name, 5 another process has the alerts.");

  for (const bool some : {false, true}) {
    one = some ? add_one(*alert, "show", "Show some of them", o, action, list)
               : add_one(*alert, "list", "List all of them", o, action, list);
    if (some) one->add_option("NAME", o->names, "Their names")->required();
    one->add_option("--format", o->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->default_str("text");
    one->footer("Exit codes: 0 done, 1 there are none.");
  }

  one = add_one(*alert, "reset", "Take the index as it is now for told", o, action, reset);
  one->add_option("NAME", o->names, "Only for these");
  one->add_flag("--from-start", o->from_start, "For not told at all: the next run tells everything");
  add_lock_wait(*one, o->wait);
  one->footer("For an index that was made anew, or put back from a backup. Exit codes: 0 done, 2 bad usage.");

  one = add_one(*alert, "run", "Print what is new since the last run, as lines of JSON", o, action, run);
  one->add_option("NAME", o->names, "Only these");
  one->add_option("--exec", o->command,
                  "Give each alert's lines to this command instead (by the shell, on standard input; "
                  "NSEARCH_ALERT names the alert, NSEARCH_BATCH what it is given)")
      ->type_name("COMMAND");
  one->add_flag("--every-query", o->every_query,
                "Search the whole index for each alert: the same, slowly, to compare with");
  add_lock_wait(*one, o->wait);
  one->footer(
      "New is what was added or came with other content since the alert was told last. Each alert's lines "
      "are "
      "noted\n"
      "as told as soon as they are written, or the command has ended with 0; else they come again, by the "
      "same "
      "batch.\n"
      "Examples:\n"
      "  nsearch alert run --index news.idx >> alerts.ndjson\n"
      "  nsearch alert run --exec 'mail -s \"$NSEARCH_ALERT\" desk@example.org' --index news.idx\n"
      "Exit codes: 0 something was told, 1 nothing is new, 2 bad usage or an alert whose query has become "
      "malformed,\n"
      "3 a command failed, 4 no usable index, or another one, 5 another process has the alerts, 6 refused by "
      "the system.");
}

}  // namespace nsearch::cli
