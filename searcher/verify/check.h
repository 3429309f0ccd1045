// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace nsearch::searcher {

/// What Xapian can't decide of a query. It finds candidates, a superset of the hits; a check says of each
/// candidate whether it is one, by its term list and its position lists (which remote shards have as well),
/// and by its stored text where accents matter. Plain values.

/// A term that a check asks documents for, by its number in CheckedTerms.
using TermNumber = std::uint32_t;

/// The terms of all checks of a query.
class CheckedTerms {
 public:
  TermNumber number(const std::string& term) {
    const auto [at, added] = numbers_.emplace(term, static_cast<TermNumber>(terms_.size()));
    if (added) terms_.push_back(term);
    return at->second;
  }
  const std::vector<std::string>& terms() const { return terms_; }

 private:
  std::vector<std::string> terms_;
  std::unordered_map<std::string, TermNumber> numbers_;
};

enum class Place : std::uint8_t { anywhere, title, body };

/// A word's spelling with its accents: where the text has it, among all places of its surface form.
struct ExactSpelling {
  std::string surface;
  std::string exact;
  TermNumber surface_term = 0;
  std::vector<TermNumber> own;     ///< the accent-exact term; none where it equals the surface form
  std::vector<TermNumber> others;  ///< the accent-exact terms of the same surface form
};

/// Something that stands at certain spans of a document.
struct PlaceQuery {
  enum class Kind : std::uint8_t {
    word,    ///< one of `terms`
    exact,   ///< `spelling`
    phrase,  ///< the operands, of one word each, side by side
    any_of,  ///< any operand
    near,    ///< and the following: see spans.h
    adjacent,
    not_near,
    sentence,
    paragraph
  };
  Kind kind = Kind::word;
  Place place = Place::anywhere;  ///< of word, exact and phrase
  std::uint32_t within = 0;       ///< of near, adjacent and not_near
  std::vector<TermNumber> terms;
  std::shared_ptr<const ExactSpelling> spelling;
  std::vector<PlaceQuery> operands;
};

struct Check;
using CheckPointer = std::shared_ptr<const Check>;

/// A condition on a document.
struct Check {
  enum class Kind : std::uint8_t {
    all_of,
    any_of,
    negation,  ///< of the one child
    matches,   ///< `query` matches
    places,    ///< `places` are at least `number`, without overlaps
    more_than  ///< `terms` has one that occurs more often than the term beside it in `than`
  };
  Kind kind = Kind::all_of;
  std::vector<CheckPointer> children;
  Xapian::Query query;
  PlaceQuery places;
  std::uint32_t number = 1;
  std::vector<TermNumber> terms;
  std::vector<std::vector<TermNumber>> than;  ///< the sum of their occurrences, for each of `terms`
};

}  // namespace nsearch::searcher
