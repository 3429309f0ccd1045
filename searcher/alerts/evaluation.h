// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "alerts/document_sample.h"
#include "alerts/new_documents.h"
#include "matching.h"
#include "nsearch/searcher.h"
#include "open_indexes.h"
#include "query/analysis_memo.h"

namespace nsearch::searcher {

/// The documents that a query finds among some, in document order; or what is wrong with the query.
struct FoundAmong {
  std::vector<Xapian::docid> documents;
  std::optional<QueryDiagnostic> diagnostic;
};

/// The plain way: searches the whole index, among the documents that are newer than `after`. For use within
/// OpenIndexes::read(). Throws Error, Xapian::Error.
FoundAmong find_plainly(OpenIndexes& indexes, const SearchRequest& request, const Sequences& after);

/// Answers thousands of queries for the same few documents, each as find_plainly() would.
///
/// A query is planned on the terms of these documents, in memory (PartOfIndex), and answered by sets of bits. Only where
/// words must stand together, or a check has to look at a document, the index is asked, for the few documents
/// that are left by then. Lives within one OpenIndexes::read(). Not thread-safe.
///
/// Two bounds of a search, which its hints tell of, don't apply: that an inflected word of a positional operator
/// stands for its 1,000 most frequent forms, and that its forms are looked for among a million words.
class Evaluation {
 public:
  Evaluation(OpenIndexes& indexes, std::vector<Xapian::docid> documents, AnalysisMemo& memo);

  FoundAmong find(const SearchRequest& request);

 private:
  std::vector<Xapian::docid> matching(const QueryPlan& plan);
  void ask_index(const QueryPlan& plan, const DocumentSet& undecided, DocumentSet& found);

  OpenIndexes& indexes_;
  AnalysisMemo& memo_;
  DocumentSample sample_;
  Planner planner_;
};

}  // namespace nsearch::searcher
