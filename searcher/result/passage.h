// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "result/marking.h"

namespace nsearch::searcher {

/// A stretch of a text that is worth showing.
struct Passage {
  std::size_t begin = 0, end = 0;  ///< bytes
  bool cut_before = false;         ///< begins within a sentence
  bool cut_after = false;          ///< ends within a sentence
};

/// The best passages, best first: at most `most`, each of about `characters` characters, from sentence start
/// to sentence end where that fits, else between words. A passage is good for holding many different words of
/// the query, rare ones above all. Later ones bring words that the earlier don't have. Without any match: the
/// beginning. Linear in the text but for a logarithm.
std::vector<Passage> best_passages(std::string_view text, const MatchedText& matched,
                                   const std::vector<double>& rarity, std::size_t characters,
                                   std::size_t most);

}  // namespace nsearch::searcher
