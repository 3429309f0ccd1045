// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/dictionaries.h"
#include "nsearch/error.h"
#include "numbers.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::string index;
  std::string state;
  std::vector<std::string> names;  ///< files to import, dictionaries to remove
  DictionaryImport import;
  std::string format = "text";
};

std::string folder(const Options& o) {
  if (!o.state.empty()) return o.state;
  if (!o.index.empty()) return o.index;
  throw Error(ErrorCode::usage, "no index was named, nor a folder of state",
              "name one: --index DIR, or --state DIR, or set NSEARCH_INDEX");
}

nlohmann::ordered_json to_json(const DictionaryInfo& info) {
  return {{"name", info.name},   {"from", info.from},   {"to", info.to},
          {"words", info.words}, {"bytes", info.bytes}, {"translations", info.translations}};
}

int import(const Options& o) {
  if (o.names.size() > 1 && !o.import.name.empty())
    throw Error(ErrorCode::usage, "one name for several dictionaries", "import them one by one");
  const std::string state = folder(o);
  for (const std::string& path : o.names) {
    DictionaryImport what = o.import;
    what.path = path;
    const ImportedDictionary imported = import_dictionary(state, what);
    const DictionaryInfo& info = imported.info;
    std::cerr << info.name << ": " << grouped(info.words) << " words of " << info.from << " with "
              << grouped(info.translations) << " translations into " << info.to << '\n';
    if (imported.left_out > 0)
      std::cerr << "left out: " << grouped(imported.left_out) << "; the first: " << imported.first_left_out
                << '\n';
  }
  return exit_ok;
}

int list(const Options& o) {
  const std::vector<DictionaryInfo> all = list_dictionaries(folder(o));
  if (o.format == "json") {
    auto items = nlohmann::ordered_json::array();
    for (const DictionaryInfo& info : all) items.push_back(to_json(info));
    std::cout << nlohmann::ordered_json{{"version", 1}, {"dictionaries", items}}.dump() << '\n';
  } else {
    for (const DictionaryInfo& info : all)
      std::cout << std::left << std::setw(24) << info.name << ' ' << info.from << " -> " << info.to
                << std::right << std::setw(10) << grouped(info.words) << " words" << std::setw(12)
                << grouped(info.translations) << " translations\n";
  }
  if (all.empty()) std::cerr << "no dictionaries are kept in " << folder(o) << '\n';
  return all.empty() ? exit_nothing : exit_ok;
}

int remove(const Options& o) {
  int code = exit_ok;
  for (const std::string& name : o.names) {
    if (remove_dictionary(folder(o), name)) continue;
    std::cerr << "no dictionary named " << name << " is kept in " << folder(o) << '\n';
    code = exit_nothing;
  }
  return code;
}

void add_folder_options(CLI::App& command, Options& o) {
  command.add_option("-i,--index", o.index, "The index beside which they are kept")
      ->envname("NSEARCH_INDEX")
      ->type_name("DIR");
  command.add_option("--state", o.state, "Another folder that keeps them, for several indexes")
      ->envname("NSEARCH_STATE")
      ->type_name("DIR");
}

}  // namespace

void add_dictionary(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("dictionary", "Import, list or remove dictionaries for query --across");
  command->require_subcommand(1);
  CLI::App* importing = command->add_subcommand("import", "Read dictionaries, and keep them");
  importing
      ->add_option(
          "FILE", o->names,
          "NAME.index of dictd (with NAME.dict.dz beside it), lines of word, tab, a|b|c, or an installed "
          "dict-freedict package: fra-nld")
      ->required();
  importing
      ->add_option("--from", o->import.from, "The language of the words, where the file's name is silent")
      ->type_name("LANG");
  importing->add_option("--to", o->import.to, "The language of their translations")->type_name("LANG");
  importing->add_option("--name", o->import.name, "The name to keep it under, in place of the file's")
      ->type_name("NAME");
  CLI::App* listing = command->add_subcommand("list", "List those that are kept");
  listing->add_option("-f,--format", o->format, "text, json")
      ->check(CLI::IsMember({"text", "json"}))
      ->default_str("text");
  CLI::App* removing = command->add_subcommand("remove", "Remove some");
  removing->add_option("NAME", o->names, "As dictionary list names them")->required();
  for (CLI::App* each : {importing, listing, removing}) add_folder_options(*each, *o);
  command->footer(
      "A dictionary serves both ways. Examples:\n"
      "  nsearch dictionary import fra-nld nld-fra --index news.idx\n"
      "  nsearch dictionary import /usr/share/dictd/freedict-fra-nld.index --index news.idx\n"
      "  nsearch dictionary import --from fr --to nl names.tsv --state desk\n"
      "  nsearch dictionary list --index news.idx\n"
      "  nsearch dictionary remove freedict-fra-nld --index news.idx\n"
      "Exit codes: 0 done, 1 none there, 2 bad usage or no dictionary, 4 no index, 6 refused by the system.");
  importing->callback([o, &action] { action = [o] { return import(*o); }; });
  listing->callback([o, &action] { action = [o] { return list(*o); }; });
  removing->callback([o, &action] { action = [o] { return remove(*o); }; });
}

}  // namespace nsearch::cli
