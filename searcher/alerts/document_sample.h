// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "alerts/document_set.h"
#include "alerts/term_postings.h"
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
  DocumentSample(const Xapian::Database& whole, std::vector<Xapian::docid> documents);

  const std::vector<Xapian::docid>& documents() const { return documents_; }

  /// The term by which the document is found among all.
  const std::string& id_term(std::size_t document) const { return id_terms_[document]; }

  Xapian::doccount size() const override;
  Xapian::doccount frequency(const std::string& term) const override;
  bool has_prefix(const std::string& prefix) override;
  const Xapian::Database& terms() override;
  const Xapian::Database& forms() override;

  /// Linear in the query, times the number of documents / 64.
  MatchBounds bounds(const Xapian::Query& query);

 private:
  void read_terms();
  DocumentSet with_term(const std::string& term) const;
  DocumentSet with_value(const Xapian::Query& query);
  MatchBounds all_of(const Xapian::Query& query);
  MatchBounds any_of(const Xapian::Query& query);
  MatchBounds without(const Xapian::Query& query);
  MatchBounds exactly(DocumentSet set) const { return {set, set}; }

  const Xapian::Database& whole_;
  std::vector<Xapian::docid> documents_;
  std::vector<std::string> id_terms_;
  TermPostings postings_;
  std::map<std::string, bool> prefixes_;
  std::optional<Xapian::Database> terms_, forms_, values_;  ///< made when asked for
};

}  // namespace nsearch::searcher
