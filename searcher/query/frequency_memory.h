// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>

namespace nsearch::searcher {

/// The frequencies of terms that were asked for, as long as the index stays the same.
class FrequencyMemory {
 public:
  void forget() { known_.clear(); }

 private:
  friend class Vocabulary;
  static constexpr std::size_t most_known = 50000;
  std::unordered_map<std::string, Xapian::doccount> known_;
};

}  // namespace nsearch::searcher
