// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "nsearch/query.h"
#include "query/expansion.h"

namespace nsearch::searcher {

/// A word of a query that may be misspelled, and what may be meant.
struct DoubtfulWord {
  std::size_t begin = 0;  ///< bytes in the query
  std::size_t end = 0;
  std::string surface;
  Xapian::doccount documents = 0;
  std::vector<ExpandedForm> meant;  ///< best first, each as most documents write it
};

/// The words that no document holds and for which there are similar forms; if the index knows every word, the rarest ones
/// that have a far more frequent form one letter away. In the order of the query. Words that are negated, exact, fuzzy
/// or have wildcards are as they are meant to be, as are numbers and words of one or two letters.
std::vector<DoubtfulWord> doubtful_words(const std::string& query, const QueryNode& root,
                                         const Xapian::Database& database);

}  // namespace nsearch::searcher
