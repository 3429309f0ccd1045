// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "glass/kept_list.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// The documents that have any of many terms, a bit each, where a query asks for the same terms a second time (a wildcard). As long as
/// there is room: what was kept first stays. Belongs to one revision. Not thread-safe.
class NSEARCH_EXPORT KeptUnions {
 public:
  struct Union {
    KeptList::Set set;
    std::uint64_t documents = 0;
  };

  /// Stands for these terms, in this order.
  static std::string digest(const std::vector<std::string>& terms);

  /// Null: not kept. Lives as long as this.
  const Union* find(const std::string& digest) const {
    const auto known = unions_.find(digest);
    return known == unions_.end() ? nullptr : &known->second;
  }

  /// Notes that it is asked for; whether it is worth keeping now. `last_document`: of the database.
  bool worth_keeping(const std::string& digest, std::uint32_t last_document);
  const Union& keep(const std::string& digest, Union made);

 private:
  static constexpr std::size_t most_bytes = std::size_t{16} << 20, most_noted = 4096;

  static std::size_t bytes(std::size_t blocks) { return blocks * sizeof(std::uint64_t) + 128; }

  std::size_t bytes_ = 0;
  std::unordered_map<std::string, Union> unions_;
  std::unordered_set<std::string> asked_once_;
};

}  // namespace nsearch::glass
