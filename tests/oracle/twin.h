// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "nsearch/searcher.h"
#include "oracle/layout.h"

namespace oracle {

/// The documents of an index in another one, of one shard and built at once: it answers the same, with the same scores,
/// in the same order. What is dead there lives here under other ids, so that it counts in the statistics.
class Twin {
 public:
  explicit Twin(const LaidOut& other);

  /// What all its hits are, but for the dead.
  nsearch::SearchResults search(nsearch::SearchRequest request);

 private:
  TemporaryIndex folder_;
  nsearch::Searcher searcher_;
  std::size_t documents_;
};

/// How two answers to one query differ: empty, or what to print.
std::string difference(const nsearch::SearchResults& expected, const nsearch::SearchResults& found);

}  // namespace oracle
