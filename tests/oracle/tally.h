// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <ostream>
#include <string>

#include "nsearch/query.h"

namespace oracle {

/// How many queries there were, by what is in them.
class Tally {
 public:
  /// `telling`: some documents match and some don't.
  void add(const nsearch::QueryNode& root, bool telling);
  void print(std::ostream& out) const;

  std::size_t queries = 0, telling = 0;

 private:
  struct Count {
    std::size_t queries = 0, telling = 0, times = 0;
  };
  std::map<std::string, Count> by_operator_;
};

}  // namespace oracle
