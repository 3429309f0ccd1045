// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/check.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "numbers.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::string index;
  CheckOptions check;
  std::string format = "text";
};

void print_text(const CheckReport& report, const std::string& index) {
  for (const CheckFinding& f : report.findings)
    std::cout << f.part << ": " << f.where << (f.where.empty() ? "" : ": ") << f.what << '\n';
  for (const CheckedPart& part : report.parts) {
    std::cout << part.name << ": " << (part.problems == 0 ? "sound" : grouped(part.problems) + " problems")
              << '\n';
  }
  for (const std::string& note : report.notes) std::cout << "note: " << note << '\n';
  std::cout << index << ": " << grouped(report.documents) << " documents, " << grouped(report.terms)
            << " terms: "
            << (report.problems == 0 ? "sound" : "damaged, " + grouped(report.problems) + " problems")
            << '\n';
}

void print_json(const CheckReport& report) {
  nlohmann::ordered_json json{{"version", 1},
                              {"sound", report.problems == 0},
                              {"problems", report.problems},
                              {"documents", report.documents},
                              {"terms", report.terms},
                              {"seconds", report.seconds},
                              {"notes", report.notes},
                              {"parts", nlohmann::ordered_json::array()},
                              {"findings", nlohmann::ordered_json::array()}};
  for (const CheckedPart& part : report.parts)
    json["parts"].push_back({{"name", part.name}, {"problems", part.problems}, {"crashed", part.crashed}});
  for (const CheckFinding& f : report.findings)
    json["findings"].push_back({{"part", f.part}, {"where", f.where}, {"what", f.what}});
  std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

int check(const Options& o) {
  const CheckReport report = check_index(o.index, o.check);
  o.format == "json" ? print_json(report) : print_text(report, o.index);
  if (report.problems == 0) return exit_ok;
  std::cerr << "restore the index from a copy; what can still be read is written by nsearch dump --index "
            << o.index << '\n';
  return exit_index;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", "See whether an index is whole, to its last document");
  add_index_option(*command, o->index);
  command->add_flag("--deep", o->check.deep,
                    "Also analyse every text anew and compare all terms and positions");
  command->add_option("-f,--format", o->format, "text, json")
      ->check(CLI::IsMember({"text", "json"}))
      ->default_str("text");
  command->footer(
      "Examples:\n"
      "  nsearch check --index news.idx\n"
      "  nsearch check --deep --format json --index news.idx\n"
      "Searches go on meanwhile; a writer waits with its next commit. A backup can be checked instead.\n"
      "Exit codes: 0 sound, 2 bad usage, 4 damaged or no index, 6 refused by the system.");
  command->callback([o, &action] { action = [o] { return check(*o); }; });
}

}  // namespace nsearch::cli
