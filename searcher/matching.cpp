// SPDX-License-Identifier: GPL-2.0-or-later
#include "matching.h"

#include <algorithm>
#include <ctime>
#include <memory>
#include <numeric>

#include "nsearch/language.h"
#include "query/diagnostic.h"
#include "query/fields.h"
#include "query/time_zone.h"
#include "query/weights.h"
#include "result/facets.h"
#include "result/fold.h"
#include "result/hits.h"
#include "result/page.h"
#include "result/recency.h"
#include "verify/verifier.h"

namespace nsearch::searcher {

namespace {

constexpr double most_half_life = 36500;

void check_recency(const SearchRequest& request) {
  const double days = request.recency_half_life;
  if (days == 0 || (days >= 1 && days <= most_half_life)) return;
  throw Error(ErrorCode::usage, "the half-life of recency is not between 1 and 36500 days",
              "give 30 for thirty days, 0 for none");
}

Clock clock_of(const SearchRequest& request) {
  const std::optional<TimeZone> zone = TimeZone::named(request.time_zone);
  if (!zone)
    throw Error(ErrorCode::usage, "“" + request.time_zone + "” is no time zone",
                "give a name such as Europe/Paris, Europe/Brussels or UTC");
  return {*zone, request.now.value_or(std::time(nullptr))};
}

/// With a hint that counts as an error nothing is searched.
void refuse_hints(SearchResults& results) {
  if (results.hints.empty() || results.diagnostic) return;
  results.diagnostic = std::move(results.hints.front());
  results.hints.erase(results.hints.begin());
}

/// The plan's query; what is new gains as much as all of the query's words are worth, times weights::recency.
Xapian::Query with_recency(const Xapian::Database& database, const QueryPlan& plan,
                           const SearchRequest& request) {
  const std::vector<double>& rarity = plan.matches.rarity;
  const double words = std::accumulate(rarity.begin(), rarity.end(), 0.0);
  const Xapian::Query gain = recency_query(database, request.recency_half_life,
                                           weights::recency * (words > 0 ? words : 1), clock_of(request).now);
  return gain.empty() ? plan.query : Xapian::Query(Xapian::Query::OP_AND_MAYBE, plan.query, gain);
}

Hit make_hit(const PageEntry& entry, const glass::Shards* local, const QueryPlan& plan,
             const SearchRequest& request, SnippetMaker& snippets) {
  const Xapian::Document& document = entry.document;
  Hit hit;
  if (!request.documents && !request.snippets) {
    hit.id = id_of(document);
    return hit;
  }
  const RecordPart part = request.snippets || request.bodies ? RecordPart::all : RecordPart::without_body;
  StoredDocument stored = stored_document(document, part, local, entry.number);
  hit.id = stored.id;
  if (request.snippets) {
    StemCounts counts = stem_counts(document, stored, plan.matches);
    hit.title = snippets.title(stored, plan.matches, &counts);
    hit.snippets = snippets.snippets(stored, plan.matches, &counts);
  }
  if (request.documents) {
    if (!request.bodies) {
      stored.body.clear();
      stored.body.shrink_to_fit();
    }
    hit.document = std::move(stored);
  }
  return hit;
}

}  // namespace

void check_languages(const std::vector<std::string>& languages) {
  for (const std::string& language : languages) {
    if (language != "und" && primary_language(language) == "und") {
      throw Error(ErrorCode::usage, "“" + language + "” is no language code",
                  "give a code such as fr, nl or en");
    }
  }
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
  options.marks = request.snippets;
  options.languages = request.languages;
  options.local = indexes.local();
  options.remote = indexes.has_remote();
  options.clock = clock_of(request);
  if (request.across) {
    options.dictionaries = &indexes.dictionaries(request.state);
    if (options.dictionaries->empty())
      throw Error(ErrorCode::usage,
                  std::string("no dictionaries are kept ") +
                      (request.state.empty() ? "beside the index" : "in " + request.state),
                  "import some: nsearch dictionary import fra-nld");
    for (const std::string& tag : request.translate) options.translate.push_back(primary_language(tag));
  }
  options.synonyms = request.synonyms ? request.synonyms : indexes.synonyms();
  return options;
}

Understood understand(OpenIndexes& indexes, const SearchRequest& request, SearchResults& results) {
  check_languages(request.languages);
  check_recency(request);
  if (!request.facets.empty()) check_facets(request, indexes.facets());
  ParsedQuery parsed = parse_query(request.query, parse_options(indexes, request));
  results.hints = std::move(parsed.hints);
  results.diagnostic = std::move(parsed.diagnostic);
  Understood understood;
  if (results.diagnostic) return understood;
  understood.plan = indexes.planner().plan(parsed.root, indexes.database(), plan_options(indexes, request));
  QueryPlan& plan = understood.plan;
  plan.query = indexes.living(plan.query);
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

Found found_by(const Xapian::Database& database, const QueryPlan& plan, const Xapian::Query& query) {
  if (!plan.check) return {query, {}};
  struct Checked {
    Checked(const Xapian::Database& database, const QueryPlan& plan, const Xapian::Query& among)
        : query(among), verifier(database, query, plan.checked_terms, *plan.check) {}
    const Xapian::Query query;
    Verifier verifier;
  };
  const auto checked = std::make_shared<Checked>(database, plan, query);
  return {query, [checked](Xapian::docid document) { return checked->verifier.holds(document); }};
}

Found found_by(const Xapian::Database& database, const QueryPlan& plan) {
  return found_by(database, plan, plan.query);
}

namespace {

/// Folded or not.
std::vector<FoldedEntry> entries_of(const Xapian::Database& database, const glass::Shards* local,
                                    const Found& ranked, const SearchRequest& request,
                                    SearchResults& results) {
  const PageWanted wanted{request.offset, request.limit, request.sort, request.exact_total_up_to};
  if (!request.fold) {
    Page page = page_of(database, local, ranked, wanted);
    results.total = page.total;
    std::vector<FoldedEntry> entries;
    for (PageEntry& entry : page.entries) entries.push_back({std::move(entry), {}, 0});
    return entries;
  }
  FoldedPage page =
      folded_page_of(database, local, ranked, wanted, request.fold_exact_up_to, request.most_copies);
  results.total = page.documents;
  results.folding = page.folding;
  return std::move(page.entries);
}

}  // namespace

void find_hits(const Xapian::Database& database, const glass::Shards* local, const QueryPlan& plan,
               const SearchRequest& request, SnippetMaker& snippets, SearchResults& results) {
  if (request.fold || !request.copies_of.empty()) {
    if (auto hint = fold_hint(database)) results.hints.push_back(std::move(*hint));
  }
  Found found = found_by(database, plan);
  if (!request.copies_of.empty()) found = copies_among(database, found, request.copies_of);
  Found ranked = found;
  if (request.sort == SortOrder::rank && request.recency_half_life > 0)
    ranked.query = with_recency(database, plan, request);
  const std::vector<FoldedEntry> entries = entries_of(database, local, ranked, request, results);
  snippets.set_options({request.snippet_length, request.most_snippets});
  results.hits.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Hit hit = make_hit(entries[i].first, local, plan, request, snippets);
    hit.rank = request.offset + i + 1;
    hit.score = entries[i].first.score;
    hit.copies.more = entries[i].more;
    for (const Xapian::Document& copy : entries[i].copies) hit.copies.ids.push_back(id_of(copy));
    results.hits.push_back(std::move(hit));
  }
  if (request.facets.empty() && !request.timeline) return;
  count_facets(database, found, request, clock_of(request).zone, results);
}

}  // namespace nsearch::searcher
