// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <unordered_map>
#include <vector>

#include "verify/candidate.h"
#include "verify/check.h"

namespace nsearch::searcher {

/// Checks candidates. Lives within one reading of the database: it keeps what it has read. Not thread-safe.
class Verifier {
 public:
  /// `candidates`: the query whose matches will be checked. What is given must outlive this object.
  Verifier(const Xapian::Database& database, const Xapian::Query& candidates, const CheckedTerms& terms,
           const Check& check)
      : database_(database), candidates_(candidates), check_(check), candidate_(database, terms.terms()) {}

  /// Throws Xapian::Error, Error.
  bool holds(Xapian::docid document);

 private:
  bool holds(const Check& check);
  bool matches(const Check& check);
  bool more_than(const Check& check) const;
  Spans spans(const PlaceQuery& query);
  Spans word_spans(const PlaceQuery& query);

  const Xapian::Database& database_;
  const Xapian::Query& candidates_;
  const Check& check_;
  Candidate candidate_;
  std::unordered_map<const Check*, std::vector<Xapian::docid>> matching_;  ///< in order
};

}  // namespace nsearch::searcher
