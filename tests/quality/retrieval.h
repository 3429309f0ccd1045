// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "quality/collection.h"

/// Asking a collection's queries
/// =============================
///
/// As its users do: files in by index_files() with default options, plain words out by Searcher.
namespace nsearch::quality {

/// An index of one or more collections, and what it cost.
struct BuiltIndex {
  std::string path;
  double seconds = 0;  ///< 0: reused, not built
  std::uint64_t documents = 0;
  std::uint64_t rejected = 0;
  std::uint64_t bytes = 0;  ///< on disk
};

/// Indexes `inputs` into the new folder `path`; what was there before is removed, except that `reuse` takes
/// an index that is there as it is. Each rejected document is named on stderr. Throws Error.
BuiltIndex build_index(const std::vector<std::string>& inputs, const std::string& path, bool reuse);

/// Time that single searches took, in milliseconds.
struct Latency {
  double median = 0;
  double p95 = 0;
  double total = 0;
};

Latency latency_of(std::vector<double> milliseconds);

struct SearchRun {
  Run run;
  Latency latency;
};

/// Turns an id of the index into that of the collection; empty: the document is left out of the ranking.
struct IdMap {
  std::string prefix;  ///< "COLLECTION:" before the ids of this collection
  std::unordered_set<std::string> own_ids =
      {};  ///< its ids without prefix; none: one collection, ids as they are

  std::string operator()(const std::string& id) const;
};

/// Asks every query as plain words, `language` being the only language searched (empty: all), and keeps the
/// first `depth` documents that are not left out. With dictionaries of `state`, if that is not empty, across languages.
SearchRun run_queries(const std::string& index, const Collection& collection, const std::string& language,
                      const IdMap& ids, std::size_t depth, const std::string& state);

}  // namespace nsearch::quality
