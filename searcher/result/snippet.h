// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "nsearch/document.h"
#include "nsearch/searcher.h"
#include "query/planner.h"
#include "result/marking.h"

namespace nsearch::searcher {

struct SnippetOptions {
  std::size_t characters = 200;  ///< of each, about
  std::size_t most = 2;  ///< a further one only where it brings words of the query that the first lacks
};

/// Makes titles and snippets with the query's words marked, in whatever form they stand. White space comes
/// out as single spaces; where a snippet is cut within a sentence stands "…". Holds analyzers: not
/// thread-safe.
class SnippetMaker {
 public:
  explicit SnippetMaker(SnippetOptions options = {}) : options_(options) {}

  void set_options(SnippetOptions options) { options_ = options; }

  /// `counts`, where given, are those of this document, of which title() takes its own: see stem_counts().
  MarkedText title(const StoredDocument& document, const MatchSet& matches, StemCounts* counts = nullptr);

  /// Never empty if the body holds any text: without a match, its beginning.
  std::vector<MarkedText> snippets(const StoredDocument& document, const MatchSet& matches,
                                   StemCounts* counts = nullptr);

 private:
  SnippetOptions options_;
  Marker marker_;
  MatchedText matched_;
};

}  // namespace nsearch::searcher
