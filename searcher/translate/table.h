// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nsearch::searcher {

/// A sorted table of keys and values in one file that never changes: what is read of it is a block at a time.
///
///     "nsdict" 0x00 version (1)                  8 bytes
///     blocks                                     zstd frames: key, value, key, value, ... (texts), keys ordered
///     directory                                  a zstd frame: the header's text; then for each block its first
///                                                key (text), length and checksum (numbers)
///     length of the directory, its checksum      8 bytes each, little-endian
///
/// Texts and numbers as in storage/field_codec.h. Checksums are XXH3-64 of the packed bytes, so damage is found
/// where it is met.
class TableWriter {
 public:
  explicit TableWriter(std::string header);

  /// Keys in ascending order, each once.
  void add(std::string_view key, std::string_view value);

  /// The file's bytes. Call once, at the end.
  std::string finish();

 private:
  void end_block();

  std::string header_;
  std::string file_;
  std::string block_;
  std::string first_key_;
  std::string directory_;
};

/// Reads such a file. Throws Error(io, corrupt, format_version) naming it. Not thread-safe.
class Table {
 public:
  explicit Table(const std::filesystem::path& path);
  ~Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  const std::string& header() const { return header_; }
  std::uint64_t bytes() const { return bytes_; }

  std::optional<std::string> find(std::string_view key);

 private:
  struct Block {
    std::string first_key;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::uint64_t checksum = 0;
  };
  using Kept = std::list<std::pair<std::size_t, std::string>>;

  std::string read(std::uint64_t offset, std::uint64_t length, const char* what) const;
  void read_directory();
  const std::string& block(std::size_t number);
  [[noreturn]] void damaged(const std::string& what) const;

  std::string path_;
  int fd_ = -1;
  std::uint64_t bytes_ = 0;
  std::string header_;
  std::vector<Block> blocks_;
  Kept kept_;  ///< unpacked, the latest first
};

}  // namespace nsearch::searcher
