// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/evaluation.h"

#include <algorithm>

#include "query/diagnostic.h"
#include "result/found.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

/// More documents than these are found by looking at each match of the query.
constexpr std::size_t most_named = 200;

}  // namespace

FoundAmong find_plainly(OpenIndexes& indexes, const SearchRequest& request, const Sequences& after) {
  FoundAmong found;
  SearchResults results;
  const Understood understood = understand(indexes, request, results);
  found.diagnostic = std::move(results.diagnostic);
  if (!understood.ready) return found;
  const Xapian::Database& database = indexes.database();
  const Query among(Query::OP_FILTER, understood.plan.query, modified_after(after));
  for_each_found(database, found_by(database, understood.plan, among), database.get_doccount(),
                 [&](Xapian::docid number) {
                   const std::string value = database.get_document(number).get_value(schema::slot_modified);
                   const auto sequence = static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
                   if (sequence > after[shard_of(number, after.size())]) found.documents.push_back(number);
                   return true;
                 });
  return found;
}

Evaluation::Evaluation(OpenIndexes& indexes, std::vector<Xapian::docid> documents, AnalysisMemo& memo)
    : indexes_(indexes),
      memo_(memo),
      sample_(indexes.database(), std::move(documents)),
      planner_(indexes.languages(), protected_words_of(indexes.database())) {}

FoundAmong Evaluation::find(const SearchRequest& request) {
  FoundAmong found;
  ParsedQuery parsed = parse_query(request.query, parse_options(indexes_, request));
  found.diagnostic = std::move(parsed.diagnostic);
  if (found.diagnostic) return found;
  PlanOptions options = plan_options(indexes_, request);
  options.memo = &memo_;
  options.part = &sample_;
  QueryPlan plan = planner_.plan(parsed.root, indexes_.database(), options);
  if (plan.hangs_on_whole) {
    options.part = nullptr;
    plan = indexes_.planner().plan(parsed.root, indexes_.database(), options);
  }
  if (plan.diagnostic) {
    set_place(request.query, *plan.diagnostic);
    found.diagnostic = std::move(plan.diagnostic);
    return found;
  }
  found.documents = matching(plan);
  return found;
}

std::vector<Xapian::docid> Evaluation::matching(const QueryPlan& plan) {
  MatchBounds bounds = sample_.bounds(plan.query);
  std::vector<Xapian::docid> found;
  if (bounds.maybe.empty()) return found;
  DocumentSet undecided = bounds.maybe;
  if (plan.check) {
    bounds.surely = DocumentSet(sample_.documents().size());
  } else {
    undecided -= bounds.surely;
  }
  if (!undecided.empty()) ask_index(plan, undecided, bounds.surely);
  bounds.surely.for_each([&](std::size_t i) { found.push_back(sample_.documents()[i]); });
  return found;
}

void Evaluation::ask_index(const QueryPlan& plan, const DocumentSet& undecided, DocumentSet& found) {
  const Xapian::Database& database = indexes_.database();
  std::vector<Xapian::docid> documents;
  std::vector<Query> ids;  // a query for documents by their ids works with any kind of shard
  undecided.for_each([&](std::size_t i) {
    documents.push_back(sample_.documents()[i]);
    ids.emplace_back(sample_.id_term(i));
  });
  const bool few = documents.size() <= most_named;
  const Query among =
      few ? Query(Query::OP_FILTER, plan.query, Query(Query::OP_OR, ids.begin(), ids.end())) : plan.query;
  Found matches = found_by(database, plan, among);
  const std::function<bool(Xapian::docid)> check = std::move(matches.accepts);
  // The check comes last, and of these documents only.
  matches.accepts = [&](Xapian::docid number) {
    return std::binary_search(documents.begin(), documents.end(), number) && (!check || check(number));
  };
  for_each_found(database, matches, database.get_doccount(), [&](Xapian::docid number) {
    const auto at = std::lower_bound(sample_.documents().begin(), sample_.documents().end(), number);
    found.add(static_cast<std::size_t>(at - sample_.documents().begin()));
    return true;
  });
}

}  // namespace nsearch::searcher
