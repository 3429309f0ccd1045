// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace nsearch::cli {

/// What is read, and how.
struct InputOptions {
  std::vector<std::string> paths;
  std::string format;
  std::vector<std::string> fields;
};

/// Adds PATH, --input-format and --field.
void add_input_options(CLI::App& command, InputOptions& options);

/// "--field body=text" -> {"body", "text"}. Throws Error(usage).
std::vector<std::pair<std::string, std::string>> field_map(const InputOptions& options);

}  // namespace nsearch::cli
