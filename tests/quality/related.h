// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "nsearch/related.h"
#include "quality/half.h"
#include "quality/mate_ranks.h"
#include "quality/retrieval.h"

/// Mate finding
/// ============
///
/// Every article of a collection of translations is asked for its relatives; its mates are the same article in other languages.
/// All languages are in one index.
namespace nsearch::quality {

/// The mean of some figures.
struct Mean {
  double sum = 0;
  std::size_t number = 0;
  void add(double value);
  void add(const Mean& other);
  double value() const { return number == 0 ? 0 : sum / static_cast<double>(number); }
};

struct MateFigures {
  std::map<std::string, Mean> among_others, among_all;          ///< by the article's language
  std::map<Half, Mean> half_among_others, half_among_all;       ///< halves of the groups
  std::map<std::pair<std::string, std::string>, Mean> by_pair;  ///< own and target language alone, both kept
  Latency latency;                                              ///< of the answers in all languages
};

/// Asks for the relatives of every article in one of `languages`. `path`: the collection, JSON lines. Throws Error.
MateFigures find_mates(const std::string& index, const std::string& path,
                       const std::vector<std::string>& languages);

}  // namespace nsearch::quality
