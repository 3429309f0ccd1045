// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "../../errors.h"
#include "nsearch/error.h"

namespace storage_test {

using test::error_of;

/// A folder of its own for a test, removed at its end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

void write_file(const std::filesystem::path& path, const std::string& content);
std::string read_file(const std::filesystem::path& path);

using Metadata = std::vector<std::pair<std::string, std::string>>;

/// A glass database that passes as a shard of ours: one document with positions in each language.
void make_shard(const std::filesystem::path& folder, const std::vector<std::string>& languages,
                const Metadata& further = {});

/// An index of one generation, "gen-1".
void make_index(const std::filesystem::path& folder, const std::vector<std::string>& languages,
                const Metadata& further = {});

}  // namespace storage_test
