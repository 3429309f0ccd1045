// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "alerts/document_set.h"
#include "query/part_of_index.h"

namespace nsearch::searcher {

/// What is certain of the documents that a query matches.
struct MatchBounds {
  DocumentSet surely;  ///< each of these matches
  DocumentSet maybe;   ///< no other one does
};

/// Some of an index's documents with all their terms in memory, so that thousands of queries can be planned for them and
/// answered. Where words stand is left in the index: what hangs on that is answered by bounds. Lives within one
/// reading of the index. Not thread-safe. All may throw Xapian::Error.
class DocumentSample final : public PartOfIndex {
 public:
  DocumentSample(const Xapian::Database& whole, const glass::Database* local,
                 std::vector<Xapian::docid> documents);

  const std::vector<Xapian::docid>& documents() const { return documents_; }

  /// To plan with: holds the terms that the planner walks over, and no documents of the index.
  const Xapian::Database& terms() const { return terms_; }

  Xapian::doccount frequency(const std::string& term) const override;
  const Xapian::Database& forms() override;

  /// Linear in the query, times the number of documents / 64.
  MatchBounds bounds(const Xapian::Query& query);

 private:
  using Postings = std::vector<std::uint32_t>;

  void read_terms();
  DocumentSet with_term(const std::string& term) const;
  DocumentSet with_value(const Xapian::Query& query);
  MatchBounds all_of(const Xapian::Query& query);
  MatchBounds any_of(const Xapian::Query& query);
  MatchBounds without(const Xapian::Query& query);
  MatchBounds exactly(DocumentSet set) const { return {set, set}; }

  std::vector<Xapian::docid> documents_;
  std::unordered_map<std::string, Postings> postings_;
  Xapian::Database terms_;
  std::optional<Xapian::Database> forms_, values_;  ///< made when asked for
};

}  // namespace nsearch::searcher
