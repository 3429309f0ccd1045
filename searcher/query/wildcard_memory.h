// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nsearch::searcher {

/// What a word with wildcards became.
struct PlannedWildcard {
  Xapian::Query query;
  std::vector<std::string> forms;  ///< that are searched
  Xapian::doccount documents = 0;  ///< of the most frequent
  std::size_t total = 0;           ///< forms that match
  std::size_t left_out = 0;        ///< of these
};

/// The same as long as the index stays as it is: the next page, another facet and the day's other queries ask for it again.
/// Not thread-safe.
class WildcardMemory {
 public:
  /// Null: not known. `key`: the place and the word. Valid until the next call that is not const.
  const PlannedWildcard* find(const std::string& key) const {
    const auto known = known_.find(key);
    return known == known_.end() ? nullptr : &known->second;
  }

  const PlannedWildcard& add(std::string key, PlannedWildcard wildcard) {
    forms_ += wildcard.forms.size() + 1;
    if (forms_ > most_forms) {
      known_.clear();
      forms_ = wildcard.forms.size() + 1;
    }
    return known_.insert_or_assign(std::move(key), std::move(wildcard)).first->second;
  }

  void forget() {
    known_.clear();
    forms_ = 0;
  }

  static constexpr std::size_t most_forms = 50000;  ///< some 10 MB

 private:
  std::unordered_map<std::string, PlannedWildcard> known_;
  std::size_t forms_ = 0;
};

}  // namespace nsearch::searcher
