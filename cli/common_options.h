// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/searcher.h"

namespace CLI {
class App;
}

namespace nsearch::cli {

/// --index DIR, once; falls back to NSEARCH_INDEX.
void add_index_option(CLI::App& command, std::string& index);

/// --index DIR, as often as one likes; falls back to NSEARCH_INDEX.
void add_indexes_option(CLI::App& command, std::vector<std::string>& indexes);

/// What is searched.
struct SearchedIndexes {
  std::vector<std::string> paths;
  bool partial = false;
};

/// --index DIR as above, and --partial.
void add_searched_indexes(CLI::App& command, SearchedIndexes& indexes);

/// Throws as Searcher.
Searcher open_searcher(const SearchedIndexes& indexes);

/// Says on standard error which shards the searcher's latest answer does without.
void print_missing_shards(const Searcher& searcher);

/// --wait SECONDS, for another writer.
void add_wait_option(CLI::App& command, unsigned& seconds);

/// --changes apart|in-place.
void add_changes_option(CLI::App& command, std::string& way);

/// --memory SIZE.
void add_memory_option(CLI::App& command, std::uint64_t& bytes);

/// --color auto|always|never.
void add_colour_option(CLI::App& command, std::string& choice);

/// --protect FILE.
void add_protect_option(CLI::App& command, std::string& file, const char* help);

/// The words in `file`, or in standard input for "-". Throws Error: io, usage (a line that is no word).
ProtectedWords read_protected_words(const std::string& file);

}  // namespace nsearch::cli
