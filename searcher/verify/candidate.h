// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "nsearch/analyzer.h"
#include "verify/check.h"
#include "verify/spans.h"

namespace nsearch::searcher {

/// What a document says to checks: read as it is asked for, from the index or from the stored text. Throws
/// Xapian::Error, Error(corrupt). Not thread-safe.
class Candidate {
 public:
  /// `terms`: those that will be asked for. Both must outlive this object.
  Candidate(const Xapian::Database& database, const std::vector<std::string>& terms);

  void open(Xapian::docid document);
  Xapian::docid number() const { return document_; }

  Xapian::termcount occurrences(TermNumber term) const { return occurrences_[term]; }
  /// Where the term stands; ordered.
  const std::vector<Position>& positions(TermNumber term);
  const std::vector<Position>& sentence_ends();
  const std::vector<Position>& paragraph_ends();
  std::vector<Position> positions(const ExactSpelling& word);

 private:
  std::vector<Position> read_positions(const std::string& term) const;
  void read_text();

  const Xapian::Database& database_;
  const std::vector<std::string>& terms_;
  std::vector<TermNumber> by_name_;
  Xapian::docid document_ = 0;
  std::vector<Xapian::termcount> occurrences_;
  std::vector<std::optional<std::vector<Position>>> positions_;
  std::optional<std::vector<Position>> paragraph_ends_, sentence_ends_;
  /// By surface form: the exact forms in which it stands in the text, in its order.
  std::optional<std::unordered_map<std::string, std::vector<std::string>>> spellings_;
  Analyzer neutral_;
  AnalyzedText analyzed_;
};

}  // namespace nsearch::searcher
