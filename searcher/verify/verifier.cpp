// SPDX-License-Identifier: GPL-2.0-or-later
#include "verify/verifier.h"

#include <algorithm>

#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

/// The documents that match, in order.
std::vector<Xapian::docid> matching(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  std::vector<Xapian::docid> documents;
  documents.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) documents.push_back(*match);
  std::sort(documents.begin(), documents.end());
  return documents;
}

void keep_in(Place place, Spans& spans) {
  if (place == Place::anywhere) return;
  std::erase_if(spans, [&](const Span& span) {
    return place == Place::title ? span.last >= schema::body_position : span.first < schema::body_position;
  });
}

}  // namespace

bool Verifier::holds(Xapian::docid document) {
  candidate_.open(document);
  return holds(check_);
}

bool Verifier::holds(const Check& check) {
  const auto child_holds = [&](const CheckPointer& child) { return holds(*child); };
  switch (check.kind) {
    case Check::Kind::all_of:
      return std::all_of(check.children.begin(), check.children.end(), child_holds);
    case Check::Kind::any_of:
      return std::any_of(check.children.begin(), check.children.end(), child_holds);
    case Check::Kind::negation:
      return !holds(*check.children.front());
    case Check::Kind::matches:
      return matches(check);
    case Check::Kind::places: {
      const Spans found = spans(check.places);
      return check.number == 1 ? !found.empty() : at_least(found, check.number);
    }
    case Check::Kind::more_than:
      return more_than(check);
  }
  return false;
}

/// Asked of all candidates at once, at the first.
bool Verifier::matches(const Check& check) {
  auto known = matching_.find(&check);
  if (known == matching_.end()) {
    const Xapian::Query among(Xapian::Query::OP_FILTER, check.query, candidates_);
    known = matching_.emplace(&check, matching(database_, among)).first;
  }
  return std::binary_search(known->second.begin(), known->second.end(), candidate_.number());
}

bool Verifier::more_than(const Check& check) const {
  for (std::size_t i = 0; i < check.terms.size(); ++i) {
    Xapian::termcount elsewhere = 0;
    for (const TermNumber term : check.than[i]) elsewhere += candidate_.occurrences(term);
    if (candidate_.occurrences(check.terms[i]) > elsewhere) return true;
  }
  return false;
}

Spans Verifier::word_spans(const PlaceQuery& query) {
  Spans found;
  const auto add = [&](const std::vector<Position>& positions) {
    for (const Position at : positions) found.push_back({at, at});
  };
  if (query.kind == PlaceQuery::Kind::exact) {
    add(candidate_.positions(*query.spelling));
    return found;
  }
  std::size_t held = 0;
  for (const TermNumber term : query.terms) {
    if (candidate_.occurrences(term) == 0) continue;
    add(candidate_.positions(term));
    ++held;
  }
  if (held > 1) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }
  return found;
}

Spans Verifier::spans(const PlaceQuery& query) {
  using Kind = PlaceQuery::Kind;
  Spans found;
  std::vector<Spans> operands;
  for (const PlaceQuery& operand : query.operands) {
    operands.push_back(spans(operand));
    const bool hopeless = operands.back().empty() && query.kind != Kind::any_of &&
                          !(query.kind == Kind::not_near && operands.size() == 2);
    if (hopeless) return found;
  }
  switch (query.kind) {
    case Kind::word:
    case Kind::exact:
      found = word_spans(query);
      break;
    case Kind::phrase:
      found = phrase_spans(operands);
      break;
    case Kind::any_of:
      return united(operands);
    case Kind::near:
      return near_spans(operands, query.within);
    case Kind::adjacent:
      return adjacent_spans(operands, query.within);
    case Kind::not_near:
      return not_near_spans(operands[0], operands[1], query.within);
    case Kind::sentence:
      return spans_together(operands, candidate_.sentence_ends());
    case Kind::paragraph:
      return spans_together(operands, candidate_.paragraph_ends());
  }
  keep_in(query.place, found);
  return found;
}

}  // namespace nsearch::searcher
