// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "glass/kept_list.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// The lists of terms that queries ask for a second time, as these are likely to come again. As long as there is room: what was kept first
/// stays. Belongs to one revision. Not thread-safe.
class NSEARCH_EXPORT KeptLists {
 public:
  explicit KeptLists(std::uint32_t last_document);

  /// Null: not kept. Lives as long as this.
  const KeptList* find(const std::string& term) const {
    const auto known = lists_.find(term);
    return known == lists_.end() ? nullptr : known->second.get();
  }

  /// Notes that a list which isn't kept was asked for, or keeps it now: then as find(). `list`: open(term) was called, and
  /// nothing else.
  const KeptList* ask(const std::string& term, const PostingList& list);

 private:
  // A set of one document in 32 takes not much more memory than the numbers of these documents do.
  static constexpr std::uint32_t least_share = 32, least_frequency = 256;
  static constexpr std::size_t most_bytes = std::size_t{64} << 20, most_noted = std::size_t{1} << 16;
  static constexpr std::size_t most_of_one = most_bytes / 32;  ///< beyond it a set is not counted
  static constexpr std::size_t bytes_of_entry = 96;            ///< its term and its place in the map, about

  struct Free {
    void operator()(std::uint16_t* marks) const { std::free(marks); }
  };

  bool asked_before(const std::string& term);
  const KeptList* keep(const std::string& term, const PostingList& list);

  std::uint32_t last_document_;
  std::size_t bytes_ = 0;
  std::unordered_map<std::string, std::unique_ptr<const KeptList>> lists_;
  /// Parts of the terms' hashes, each where another part says. Pages that no term has touched take no memory.
  std::unique_ptr<std::uint16_t[], Free> asked_once_;
};

}  // namespace nsearch::glass
