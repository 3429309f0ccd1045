// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "query/planned_word.h"

namespace nsearch::searcher {

/// What words became, in every language of the index, with the frequencies of some twenty terms each: the same as long as the
/// index stays as it is, and words come again in other queries. Not thread-safe.
class WordMemory {
 public:
  using Words = std::vector<PlannedWord>;

  /// Null: not known. `key`: the word, and all that decides what becomes of it. Valid until the next call that is not const.
  const Words* find(const std::string& key) const {
    const auto known = known_.find(key);
    return known == known_.end() ? nullptr : &known->second;
  }

  void add(std::string key, Words words) {
    if (known_.size() >= most_known) known_.clear();
    known_.insert_or_assign(std::move(key), std::move(words));
  }

  void forget() { known_.clear(); }

  static constexpr std::size_t most_known = 4096;  ///< some 2 KB each
  static constexpr std::size_t longest = 100;      ///< bytes of a word that is kept

 private:
  std::unordered_map<std::string, Words> known_;
};

}  // namespace nsearch::searcher
