// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace nsearch::cli {

/// --index DIR, once; falls back to NSEARCH_INDEX.
void add_index_option(CLI::App& command, std::string& index);

/// --index DIR, as often as one likes; falls back to NSEARCH_INDEX.
void add_indexes_option(CLI::App& command, std::vector<std::string>& indexes);

/// --color auto|always|never.
void add_colour_option(CLI::App& command, std::string& choice);

}  // namespace nsearch::cli
