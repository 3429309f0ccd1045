// SPDX-License-Identifier: GPL-2.0-or-later
#include "matching.h"

#include <algorithm>
#include <ctime>

#include "nsearch/language.h"
#include "query/diagnostic.h"
#include "query/fields.h"
#include "query/time_zone.h"
#include "query/weights.h"
#include "result/hits.h"
#include "storage/index_schema.h"
#include "verify/checked_matches.h"
#include "verify/verifier.h"

namespace nsearch::searcher {

namespace {

void check_languages(const SearchRequest& request) {
  for (const std::string& language : request.languages) {
    if (language != "und" && primary_language(language) == "und") {
      throw Error(ErrorCode::usage, "“" + language + "” is no language code",
                  "give a code such as fr, nl or en");
    }
  }
}

Clock clock_of(const SearchRequest& request) {
  const std::optional<TimeZone> zone = TimeZone::named(request.time_zone);
  if (!zone)
    throw Error(ErrorCode::usage, "“" + request.time_zone + "” is no time zone",
                "give a name such as Europe/Paris, Europe/Brussels or UTC");
  return {*zone, request.now.value_or(std::time(nullptr))};
}

ParseOptions parse_options(OpenIndexes& indexes, const SearchRequest& request) {
  ParseOptions options;
  options.implicit = request.implicit;
  options.plain = request.plain;
  options.script = request.script;
  options.operators = request.operators;
  options.fields = default_text_fields();
  options.filters = default_filter_fields();
  const std::vector<std::string>& facets = indexes.facets();
  options.filters.insert(options.filters.end(), facets.begin(), facets.end());
  return options;
}

PlanOptions plan_options(OpenIndexes& indexes, const SearchRequest& request) {
  PlanOptions options;
  options.implicit = request.plain ? ImplicitOperator::or_ : request.implicit;
  options.plain = request.plain;
  options.explain = request.explain;
  options.languages = request.languages;
  options.clock = clock_of(request);
  options.synonyms = request.synonyms ? request.synonyms : indexes.synonyms();
  return options;
}

/// With a hint that counts as an error nothing is searched.
void refuse_hints(SearchResults& results) {
  if (results.hints.empty() || results.diagnostic) return;
  results.diagnostic = std::move(results.hints.front());
  results.hints.erase(results.hints.begin());
}

Xapian::doccount clamped(std::uint64_t number, Xapian::doccount most) {
  return static_cast<Xapian::doccount>(std::min<std::uint64_t>(number, most));
}

Hit make_hit(const Xapian::MSetIterator& match, std::size_t rank, const QueryPlan& plan,
             const SearchRequest& request, SnippetMaker& snippets) {
  Hit hit;
  hit.rank = rank;
  hit.score = match.get_weight();
  const Xapian::Document document = match.get_document();
  if (!request.documents && !request.snippets) {
    hit.id = id_of(document);
    return hit;
  }
  StoredDocument stored =
      stored_document(document, request.snippets ? RecordPart::all : RecordPart::without_body);
  hit.id = stored.id;
  if (request.snippets) {
    hit.title = snippets.title(stored, plan.matches);
    hit.snippets = snippets.snippets(stored, plan.matches);
  }
  if (request.documents) {
    stored.body.clear();
    stored.body.shrink_to_fit();
    hit.document = std::move(stored);
  }
  return hit;
}

}  // namespace

Understood understand(OpenIndexes& indexes, const SearchRequest& request, SearchResults& results) {
  check_languages(request);
  ParsedQuery parsed = parse_query(request.query, parse_options(indexes, request));
  results.hints = std::move(parsed.hints);
  results.diagnostic = std::move(parsed.diagnostic);
  Understood understood;
  if (results.diagnostic) return understood;
  understood.plan = indexes.planner().plan(parsed.root, indexes.database(), plan_options(indexes, request));
  QueryPlan& plan = understood.plan;
  for (QueryDiagnostic& hint : plan.hints) {
    set_place(request.query, hint);  // the planner knows offsets only
    results.hints.push_back(std::move(hint));
  }
  if (plan.diagnostic) {
    set_place(request.query, *plan.diagnostic);
    results.diagnostic = std::move(plan.diagnostic);
    return understood;
  }
  if (request.strict) refuse_hints(results);
  if (results.diagnostic) return understood;
  if (request.explain) {
    results.explanation = Explanation{parsed.root, std::move(plan.words), plan.query.get_description()};
  }
  understood.query = std::move(parsed.root);
  understood.ready = true;
  return understood;
}

void find_hits(const Xapian::Database& database, const QueryPlan& plan, const SearchRequest& request,
               SnippetMaker& snippets, SearchResults& results) {
  const Xapian::doccount documents = database.get_doccount();
  Xapian::Enquire enquire(database);
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(weights::bm25_k1, 0, weights::bm25_k3, weights::bm25_b, weights::bm25_shortest));
  enquire.set_sort_by_relevance_then_value(schema::slot_tie_break, false);
  if (plan.check) {
    const Wanted wanted{request.offset, request.limit, request.exact_total_up_to};
    const CheckedMatches checked = checked_matches(database, enquire, plan, wanted);
    results.total = checked.total;
    for (const Xapian::MSetIterator& match : checked.hits) {
      const std::size_t rank = request.offset + results.hits.size() + 1;
      results.hits.push_back(make_hit(match, rank, plan, request, snippets));
    }
    return;
  }
  const Xapian::MSet matches =
      enquire.get_mset(clamped(request.offset, documents), clamped(request.limit, documents),
                       clamped(request.exact_total_up_to, documents));
  results.total = {matches.get_matches_lower_bound(), matches.get_matches_estimated(),
                   matches.get_matches_upper_bound()};
  // One round trip to remote shards instead of one a document. Xapian 1.4 reads out of bounds here on later
  // pages.
  if (request.offset == 0 && !matches.empty()) matches.fetch();
  results.hits.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    results.hits.push_back(make_hit(match, match.get_rank() + 1u, plan, request, snippets));
  }
}

std::uint64_t count_matches(const Xapian::Database& database, const QueryPlan& plan) {
  Xapian::Enquire enquire(database);
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  const Xapian::doccount documents = database.get_doccount();
  if (!plan.check) return enquire.get_mset(0, 0, documents).get_matches_estimated();
  const Xapian::MSet candidates = enquire.get_mset(0, documents);
  Verifier verifier(database, plan.query, plan.checked_terms, *plan.check);
  std::uint64_t hits = 0;
  for (auto candidate = candidates.begin(); candidate != candidates.end(); ++candidate)
    hits += verifier.holds(*candidate) ? 1 : 0;
  return hits;
}

}  // namespace nsearch::searcher
