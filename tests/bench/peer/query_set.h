// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "nsearch/searcher.h"

namespace nsearch::bench {

/// A query of a set that every engine answers: `type` says what is asked (term, and2, andnot, phrase3, prefix, nl ...).
struct BenchQuery {
  std::string type;
  std::string language;
  std::string text;  ///< of a headline ("nl"), as it stands
  std::vector<std::string> terms;
};

/// Reads JSON lines {"type", "lang", "terms", "text"}. Throws std::runtime_error naming the line.
std::vector<BenchQuery> read_query_set(const std::string& path);

/// The query in our language, with default ranking: ten hits with title and date, no snippets.
SearchRequest request_of(const BenchQuery& query);

}  // namespace nsearch::bench
