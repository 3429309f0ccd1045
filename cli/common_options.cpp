// SPDX-License-Identifier: GPL-2.0-or-later
#include "common_options.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

#include "nsearch/error.h"

namespace nsearch::cli {

void add_index_option(CLI::App& command, std::string& index) {
  command.add_option("-i,--index", index, "The index's folder")
      ->envname("NSEARCH_INDEX")
      ->required()
      ->type_name("DIR");
}

void add_indexes_option(CLI::App& command, std::vector<std::string>& indexes) {
  command.add_option("-i,--index", indexes, "The index's folder; several are searched as one")
      ->envname("NSEARCH_INDEX")
      ->required()
      ->type_name("DIR")
      ->allow_extra_args(false)
      ->take_all();
}

void add_searched_indexes(CLI::App& command, SearchedIndexes& indexes) {
  add_indexes_option(command, indexes.paths);
  command.add_flag("--partial", indexes.partial,
                   "Answer from the other shards where some can't be read, and say so");
}

Searcher open_searcher(const SearchedIndexes& indexes) {
  SearcherOptions options;
  options.partial = indexes.partial;
  return Searcher(indexes.paths, options);
}

void print_missing_shards(const Searcher& searcher) {
  for (const MissingShard& missing : searcher.missing_shards())
    std::cerr << "partial: without the documents of " << missing.name << ": " << missing.reason << '\n';
}

void add_wait_option(CLI::App& command, unsigned& seconds) {
  command.add_option("--wait", seconds, "Wait this long for another writer to finish")->type_name("SECONDS");
}

void add_changes_option(CLI::App& command, std::string& way) {
  command
      .add_option(
          "--changes", way,
          "Where changes to an index go: apart (a small generation, merged from time to time) or in-place "
          "(its "
          "tables); default: apart from 32 MB on, in-place where XAPIAN_MAX_CHANGESETS is set for replicas")
      ->check(CLI::IsMember({"apart", "in-place"}))
      ->envname("NSEARCH_CHANGES")
      ->type_name("WAY");
}

void add_memory_option(CLI::App& command, std::uint64_t& bytes) {
  command.add_option("--memory", bytes, "Most memory to take, 256M at least")
      ->transform(CLI::AsSizeValue(false))
      ->default_str("256M, or 128M a thread");
}

void add_colour_option(CLI::App& command, std::string& choice) {
  command
      .add_option("--color", choice,
                  "Colour the output: auto (on a terminal, unless NO_COLOR is set), always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->default_str("auto");
}

void add_protect_option(CLI::App& command, std::string& file, const char* help) {
  command.add_option("--protect", file, help)->type_name("FILE");
}

ProtectedWords read_protected_words(const std::string& file) {
  if (file == "-")
    return ProtectedWords::parse(std::string(std::istreambuf_iterator<char>(std::cin), {}), file);
  std::ifstream stream(file, std::ios::binary);
  const std::string list{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) throw Error(ErrorCode::io, file + ": can't be read: " + std::strerror(errno));
  return ProtectedWords::parse(list, file);
}

}  // namespace nsearch::cli
