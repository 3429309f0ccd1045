// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace nsearch::searcher {

/// The frequencies of terms that were asked for, as long as the index stays the same.
///
/// A server of a remote shard takes a round trip for each term, and a query asks for twenty a word. So a plan can be made
/// with frequencies put off: unknown ones are noted and taken for 1; then all that were noted are fetched at once, in one
/// round trip, and the plan is made anew.
class FrequencyMemory {
 public:
  void forget() {
    known_.clear();
    prefixes_.clear();
  }

  /// While it lives unknown frequencies are put off.
  class PuttingOff {
   public:
    explicit PuttingOff(FrequencyMemory& memory) : memory_(memory) {
      memory_.put_off_ = true;
      memory_.noted_.clear();
    }
    PuttingOff(const PuttingOff&) = delete;
    PuttingOff& operator=(const PuttingOff&) = delete;
    ~PuttingOff() { memory_.put_off_ = false; }

   private:
    FrequencyMemory& memory_;
  };
  /// Fetches what was noted; false where that is nothing. Throws Xapian::Error.
  bool fetch_noted(const Xapian::Database& database);

 private:
  friend class Vocabulary;
  static constexpr std::size_t most_known = 50000;
  std::unordered_map<std::string, Xapian::doccount> known_;
  std::unordered_map<std::string, bool> prefixes_;
  bool put_off_ = false;
  std::vector<std::string> noted_;
};

}  // namespace nsearch::searcher
