// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "builder/glass/table_writer.h"

namespace nsearch::indexer::glass {

/// The tables in the order of the version file, and their files in a database's folder.
enum Table : unsigned { postlist, docdata, termlist, position, spelling, synonym, table_count };
inline constexpr std::array<const char*, table_count> table_files = {
    "postlist.glass", "docdata.glass", "termlist.glass", "position.glass", "spelling.glass", "synonym.glass"};

inline constexpr const char* version_file_name = "iamglass";

/// The first bytes of a version file: what it is, and the version of the format that is written here.
inline constexpr std::string_view version_magic{
    "\x0f\x0d"
    "Xapian Glass\x04\x6e",
    16};

/// What a database says of all its documents.
struct Statistics {
  std::uint64_t documents = 0;
  std::uint32_t last_document = 0;
  std::uint32_t shortest_length = 0;  ///< of those that have any; 0 if none has
  std::uint32_t longest_length = 0;
  std::uint32_t greatest_wdf = 0;
  std::uint64_t total_length = 0;

  /// Takes in a document with a number above all before.
  void add_document(std::uint32_t number, std::uint32_t length);
  void add(const Statistics& later);
};

struct VersionFile {
  std::array<TableRoot, table_count> tables;
  Statistics statistics;
};

/// The content of the version file of a database at its first revision, with a new UUID.
std::string version_file(const VersionFile& version);

/// What a version file says, as far as it can be compared between databases of the same content.
struct VersionSummary {
  std::uint64_t revision = 0;
  struct Table {
    std::uint64_t entries = 0, block_size = 0, threshold = 0;
    bool operator==(const Table&) const = default;
  };
  std::array<Table, table_count> tables;
  std::array<std::uint64_t, 8> statistics = {};

  bool operator==(const VersionSummary&) const = default;
};

/// Reads a version file to its end; nothing where it is of another format or another version.
std::optional<VersionSummary> read_version_file(std::string_view bytes);

}  // namespace nsearch::indexer::glass
