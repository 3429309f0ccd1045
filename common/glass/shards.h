// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "glass/database.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// The databases that an index is made of, where all of them are local: one, or one for each shard. What ranking takes from
/// the number of documents, from their lengths and from how many have a term is taken from all of them together, so that
/// documents weigh the same however they are sharded. Not thread-safe.
class NSEARCH_EXPORT Shards {
 public:
  /// A folder, and the revision to read.
  using Place = std::pair<std::filesystem::path, std::uint64_t>;

  /// Null where one of them can't be read so: see Database::open().
  static std::unique_ptr<Shards> open(const std::vector<Place>& places);

  std::size_t size() const { return shards_.size(); }
  const Database& operator[](std::size_t number) const { return *shards_[number]; }

  /// The number that a shard's document has among all, as libxapian numbers them.
  std::uint32_t number(std::size_t shard, std::uint32_t document) const {
    return static_cast<std::uint32_t>((document - 1) * shards_.size() + shard + 1);
  }

  // Of all of them.
  std::uint32_t frequency(std::string_view term) const;
  bool has_prefix(std::string_view prefix) const;
  std::uint32_t documents() const { return documents_; }
  double average_length() const {
    return documents_ == 0 ? 0 : static_cast<double>(total_length_) / documents_;
  }

  /// The stored data of the document with this number(); false where it must be read otherwise.
  bool data(std::uint32_t number, std::string& data) const;

 private:
  static constexpr std::size_t most_known = 50000;

  Shards() = default;

  std::vector<std::unique_ptr<Database>> shards_;
  std::uint32_t documents_ = 0;
  std::uint64_t total_length_ = 0;
  mutable std::unordered_map<std::string, std::uint32_t> frequencies_;  // where there are several shards
};

}  // namespace nsearch::glass
