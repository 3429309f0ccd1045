// SPDX-License-Identifier: GPL-2.0-or-later
#include "input_options.h"

#include <CLI/CLI.hpp>

#include "nsearch/error.h"
#include "nsearch/indexer.h"

namespace nsearch::cli {

void add_input_options(CLI::App& command, InputOptions& options) {
  command.add_option("PATH", options.paths, "Files, folders (read recursively), - for standard input")
      ->required();
  std::string names;
  for (const InputFormat& f : input_formats()) names += (names.empty() ? "" : ", ") + f.name;
  command.add_option("--input-format", options.format, "Take every input as this format: " + names);
  command
      .add_option("--field", options.fields, "Read a field under another name: body=text, title=head.line")
      ->type_name("FIELD=NAME")
      ->take_all();
}

std::vector<std::pair<std::string, std::string>> field_map(const InputOptions& options) {
  std::vector<std::pair<std::string, std::string>> map;
  for (const std::string& field : options.fields) {
    const auto equals = field.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == field.size())
      throw Error(ErrorCode::usage, "--field " + field + ": expected FIELD=NAME, as in --field body=text");
    map.emplace_back(field.substr(0, equals), field.substr(equals + 1));
  }
  return map;
}

}  // namespace nsearch::cli
