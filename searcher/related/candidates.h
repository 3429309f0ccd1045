// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "open_indexes.h"
#include "related/story.h"
#include "related/translated_words.h"

namespace nsearch::searcher {

/// An article that may be on the same story.
struct Candidate {
  Xapian::docid document = 0;
  std::string language;
  std::optional<std::int64_t> date;  ///< seconds since 1970
};

/// When a document of the index is dated, in seconds since 1970.
std::optional<std::int64_t> date_of(const Xapian::Document& document);

/// How many candidates are looked for.
struct CandidateLimits {
  std::size_t of_a_language = 0;
  std::size_t in_all = 0;
};

/// The documents that share the most telling words with `story`: the best so many of each language. Made of stock
/// operators and a stock weighting scheme, so that remote shards can answer. Empty where no word is anywhere
/// else. The 20 weightiest that are no names are asked for by their translations as well. `filter`: only these, unless it is empty.
/// Throws Xapian::Error, Error as Dictionaries.
std::vector<Candidate> find_candidates(const OpenIndexes& indexes, const Story& story,
                                       TranslatedWords& translated, const Xapian::Query& filter,
                                       const CandidateLimits& limits);

}  // namespace nsearch::searcher
