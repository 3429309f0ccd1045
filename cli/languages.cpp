// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "exit_codes.h"
#include "nsearch/analyzer.h"
#include "nsearch/language.h"

namespace nsearch::cli {
namespace {

int print_text() {
  std::cout << "code  language             stemmer         stop words  analysis\n";
  for (const LanguageInfo& l : languages())
    std::cout << std::left << std::setw(6) << l.code << std::setw(21) << l.name << std::setw(16)
              << (l.stemmer.empty() ? "-" : l.stemmer) << std::right << std::setw(10) << l.stop_words << "  "
              << analysis_fingerprint(l.code) << '\n';
  return exit_ok;
}

int print_json() {
  auto all = nlohmann::ordered_json::array();
  for (const LanguageInfo& l : languages())
    all.push_back({{"code", l.code},
                   {"name", l.name},
                   {"native", l.native},
                   {"stemmer", l.stemmer},
                   {"stop_words", l.stop_words},
                   {"fingerprint", analysis_fingerprint(l.code)}});
  std::cout << nlohmann::ordered_json{{"version", 1}, {"languages", all}}.dump() << '\n';
  return exit_ok;
}

}  // namespace

void add_languages(CLI::App& app, Action& action) {
  auto format = std::make_shared<std::string>("text");
  CLI::App* command = app.add_subcommand("languages", "List the languages that nsearch can stem");
  command->add_option("-f,--format", *format, "text, json")
      ->check(CLI::IsMember({"text", "json"}))
      ->default_str("text");
  command->footer(
      "Examples:\n"
      "  nsearch languages\n"
      "  nsearch languages --format json\n"
      "Text in any other language is indexed and found too, by the words as they are written.");
  command->callback(
      [format, &action] { action = [format] { return *format == "json" ? print_json() : print_text(); }; });
}

}  // namespace nsearch::cli
