// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/page.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "glass/values.h"
#include "match/ranker.h"
#include "query/weights.h"
#include "result/date_values.h"
#include "result/hidden_positions.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

constexpr Xapian::doccount most_fetched = 101;
constexpr Xapian::doccount most_equals = 100;  // that are fetched to see where they end

struct Candidate {
  Xapian::MSetIterator match;
  double weight = 0;
  std::string key;  // what it is sorted by, where that is a value

  /// Servers of shards add up the same weights in another order, so that the last bits of equals may differ.
  bool ties_with(const Candidate& other) const {
    return std::abs(weight - other.weight) <= 1e-12 * std::abs(weight) && key == other.key;
  }
};

enum class By { weight, date, id };

/// Documents in one order. An order by date is a run of those that have one, then a run of the others, by id:
/// an absent value would sort first.
struct Run {
  Query query;
  By by = By::weight;
  bool descending = false;
};

Xapian::doccount clamped(std::uint64_t number, Xapian::doccount most) {
  return static_cast<Xapian::doccount>(std::min<std::uint64_t>(number, most));
}

std::vector<Run> runs_of(const Query& query, SortOrder sort) {
  if (sort == SortOrder::rank) return {{query, By::weight, false}};
  return {{Query(Query::OP_FILTER, query, any_date()), By::date, sort == SortOrder::newest_first},
          {Query(Query::OP_AND_NOT, query, any_date()), By::id, false}};
}

Total total_of(const Xapian::MSet& matches) {
  return {matches.get_matches_lower_bound(), matches.get_matches_estimated(),
          matches.get_matches_upper_bound()};
}

void add(Total& sum, const Total& more) {
  sum.lower += more.lower;
  sum.estimate += more.estimate;
  sum.upper += more.upper;
}

class Pager {
 public:
  /// `local`: every database is read here.
  Pager(const Xapian::Database& database, bool local, const Found& found, const PageWanted& wanted)
      : database_(database),
        found_(found),
        documents_(database.get_doccount()),
        first_(clamped(wanted.first, documents_)),
        end_(clamped(std::uint64_t{first_} + wanted.size, documents_)),
        exact_up_to_(clamped(wanted.exact_total_up_to, documents_)),
        passes_over_(!local && !may_pass_over_too_many(found.query)),
        query_(with_positions_shielded(found.query)) {}

  Page page(SortOrder sort) {
    for (const Run& run : runs_of(query_, sort)) {
      if (found_.accepts) {
        add_accepted(run);
      } else {
        add_run(run);
      }
    }
    return std::move(page_);
  }

 private:
  /// `exact_up_to`: how many matches to look at, at least, for the total.
  ///
  /// Where an AND_MAYBE, or an OR that became one, turns into an AND, libxapian 1.4.22 goes on behind the document at which the
  /// second part stands, and so may pass over one of the best. Here it looks at every match where it ranks. Servers, which rank whatever they
  /// are asked, would be much slower so.
  Xapian::MSet ask(const Run& run, bool ids_too, Xapian::doccount first, Xapian::doccount size,
                   Xapian::doccount exact_up_to) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(run.query);
    if (run.by == By::weight) {
      enquire.set_weighting_scheme(
          Xapian::BM25Weight(weights::bm25_k1, 0, weights::bm25_k3, weights::bm25_b, weights::bm25_shortest));
      if (ids_too) enquire.set_sort_by_relevance_then_value(schema::slot_tie_break, false);
    } else {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(run.by == By::date ? schema::slot_date : schema::slot_tie_break,
                                run.descending);
    }
    if (!passes_over_ && run.by == By::weight && size > 0) exact_up_to = documents_;
    Xapian::MSet matches = enquire.get_mset(first, size, exact_up_to);
    // One round trip to remote shards instead of one a document. Xapian 1.4 reads out of bounds here on later
    // pages.
    if (first == 0 && !matches.empty() && size <= most_fetched) matches.fetch();
    return matches;
  }

  static std::vector<Candidate> candidates(const Xapian::MSet& matches, By by) {
    std::vector<Candidate> all;
    all.reserve(matches.size());
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      all.push_back({match, match.get_weight(), by == By::weight ? std::string() : match.get_sort_key()});
    }
    return all;
  }

  /// Adds what the page still lacks of a run, after `before` documents of earlier ones.
  void add_run(const Run& run) {
    const Xapian::doccount before = before_;
    const Xapian::doccount from = std::max(first_, before) - before;
    const Xapian::doccount to = std::max(end_, before) - before;
    if (run.by == By::id || to == from) {
      const Xapian::MSet matches = ask(run, false, from, to - from, exact_up_to_);
      add(page_.total, total_of(matches));
      take(candidates(matches, run.by), 0, matches.size());
      return;
    }
    const Xapian::MSet matches = ask(run, false, 0, std::min(to + 1, documents_), exact_up_to_);
    add(page_.total, total_of(matches));
    std::vector<Candidate> sorted = candidates(matches, run.by);
    before_ += static_cast<Xapian::doccount>(std::min<std::size_t>(sorted.size(), to));
    const bool equals_go_on = sorted.size() > to && sorted[to].ties_with(sorted[to - 1]);
    if (equals_go_on && run.by == By::weight) fetch_equals(run, sorted, to);
    const bool complete = !equals_go_on || !sorted.back().ties_with(sorted[to - 1]) || all_found_;
    if (complete) {
      const std::size_t end = std::min<std::size_t>(sorted.size(), to);
      order_equals(sorted, from, end);
      take(sorted, from, end);
    } else {
      add_with_equals(run, std::move(sorted), from, to);
    }
  }

  /// Fetches further until the group of equals in which the page ends is whole, if it is small.
  void fetch_equals(const Run& run, std::vector<Candidate>& sorted, Xapian::doccount to) {
    const Xapian::doccount wanted = clamped(std::uint64_t{to} + most_equals, documents_);
    sorted = candidates(ask(run, false, 0, wanted, exact_up_to_), run.by);
    all_found_ = sorted.size() < wanted || wanted == documents_;
  }

  /// The same where the page ends within a large group of equals.
  void add_with_equals(const Run& run, std::vector<Candidate> sorted, Xapian::doccount from,
                       Xapian::doccount to) {
    if (run.by == By::weight) {
      const Xapian::MSet matches = ask(run, true, from, to - from, 0);
      return take(candidates(matches, run.by), 0, matches.size());
    }
    const auto group = std::find_if(sorted.begin(), sorted.end(),
                                    [&](const Candidate& one) { return one.ties_with(sorted[to - 1]); });
    const auto group_at = static_cast<Xapian::doccount>(group - sorted.begin());
    const std::string key = group->key;
    if (group_at > from) {
      order_equals(sorted, from, group_at);
      take(sorted, from, group_at);
    }
    const Query equals(Query::OP_FILTER, run.query,
                       Query(Query::OP_VALUE_RANGE, schema::slot_date, key, key));
    const Xapian::doccount skipped = from > group_at ? from - group_at : 0;
    const Xapian::MSet matches = ask({equals, By::id, false}, false, skipped, to - group_at - skipped, 0);
    take(candidates(matches, By::id), 0, matches.size());
  }

  /// Adds what the page still lacks of a run whose documents must be looked at one by one.
  void add_accepted(const Run& run) {
    std::vector<Candidate> accepted;
    const std::size_t before = before_;
    std::size_t looked_at = 0;
    Xapian::doccount size =
        std::max<Xapian::doccount>(clamped(std::uint64_t{end_} * 4 + 16, documents_), exact_up_to_);
    for (;; size = clamped(std::uint64_t{size} * 4, documents_)) {
      const Xapian::MSet matches = ask(run, false, 0, size, exact_up_to_);
      const std::vector<Candidate> sorted = candidates(matches, run.by);
      for (; looked_at < sorted.size() && !done(before, accepted); ++looked_at) {
        if (found_.accepts(*sorted[looked_at].match)) accepted.push_back(sorted[looked_at]);
      }
      const bool all = looked_at == sorted.size() && sorted.size() < size;
      if (!all && size < documents_ && looked_at == sorted.size()) continue;
      add(page_.total, estimated(accepted.size(), looked_at, total_of(matches)));
      break;
    }
    const std::size_t from = std::max<std::size_t>(first_, before) - before;
    const std::size_t to = std::min(std::max<std::size_t>(end_, before) - before, accepted.size());
    before_ += static_cast<Xapian::doccount>(accepted.size());
    if (run.by != By::id) order_equals(accepted, from, to);
    take(accepted, from, to);
  }

  /// Whether the page is full, the equals at its end are there, and the total is as exact as it must be.
  bool done(std::size_t before, const std::vector<Candidate>& accepted) const {
    if (accepted.size() < exact_up_to_) return false;
    const std::size_t to = std::max<std::size_t>(end_, before) - before;
    if (to == 0) return true;
    return accepted.size() > to && !accepted.back().ties_with(accepted[to - 1]);
  }

  static Total estimated(std::size_t accepted, std::size_t looked_at, const Total& candidates) {
    if (looked_at >= candidates.upper) return {accepted, accepted, accepted};
    const std::uint64_t left = candidates.estimate > looked_at ? candidates.estimate - looked_at : 0;
    const double share = looked_at == 0 ? 0 : static_cast<double>(accepted) / static_cast<double>(looked_at);
    const auto more = static_cast<std::uint64_t>(static_cast<double>(left) * share);
    return {accepted, accepted + more, accepted + candidates.upper - looked_at};
  }

  /// Orders each group of equals by id, as far as [from, to) shows of it.
  static void order_equals(std::vector<Candidate>& sorted, std::size_t from, std::size_t to) {
    for (std::size_t begin = 0; begin < to;) {
      std::size_t end = begin + 1;
      while (end < sorted.size() && sorted[end].ties_with(sorted[begin])) ++end;
      if (end - begin > 1 && end > from) order_by_id(sorted, begin, end);
      begin = end;
    }
  }

  static void order_by_id(std::vector<Candidate>& sorted, std::size_t begin, std::size_t end) {
    std::vector<std::pair<std::string, Candidate>> group;
    for (std::size_t i = begin; i < end; ++i) {
      group.emplace_back(sorted[i].match.get_document().get_value(schema::slot_tie_break), sorted[i]);
    }
    std::stable_sort(group.begin(), group.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = begin; i < end; ++i) sorted[i] = std::move(group[i - begin].second);
  }

  void take(const std::vector<Candidate>& sorted, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      page_.entries.push_back({sorted[i].match.get_document(), sorted[i].weight, *sorted[i].match});
    }
  }

  const Xapian::Database& database_;
  const Found& found_;
  Xapian::doccount documents_, first_, end_, exact_up_to_;
  bool passes_over_;  // documents that can't be among the best
  const Query query_;
  bool all_found_ = false;       // by fetch_equals()
  Xapian::doccount before_ = 0;  // documents of earlier runs, as far as the page's end
  Page page_;
};

/// A hit of one shard.
struct ShardHit {
  std::size_t shard = 0;
  match::Ranked ranked;
};

/// The best of a shard, as far as `end`; false where the query can't be ranked so.
bool rank_shard(const glass::Shards& shards, std::size_t number, const match::Outline& query,
                Xapian::doccount end, std::size_t exact_up_to, std::vector<ShardHit>& hits, Total& total) {
  const glass::Database& shard = shards[number];
  if (shard.documents() == 0) return true;
  std::optional<match::AllOf::Parts> parts = match::compile(query, shard);
  if (!parts) return false;
  const auto none = [](const match::NodePointer& node) { return node->counts.most == 0; };
  if (std::any_of(parts->required.begin(), parts->required.end(), none)) return true;
  match::Ranker ranker(shard, std::move(*parts), end, exact_up_to);
  for (match::Ranked& ranked : ranker.rank()) hits.push_back({number, std::move(ranked)});
  const match::Counts& counts = ranker.counts();
  add(total, {counts.least, static_cast<std::uint64_t>(counts.estimate), counts.most});
  return true;
}

/// The best of all shards, in order. Those of one are in order already.
void merge(const glass::Shards& shards, std::vector<ShardHit>& hits) {
  if (shards.size() == 1) return;
  std::vector<glass::ValueReader> ids;
  for (std::size_t i = 0; i < shards.size(); ++i)
    ids.emplace_back(shards[i].postings(), schema::slot_tie_break);
  const auto id = [&](const ShardHit& hit) -> const std::string& {
    if (hit.ranked.id.empty()) hit.ranked.id = ids[hit.shard].read(hit.ranked.document);
    return hit.ranked.id;
  };
  std::sort(hits.begin(), hits.end(), [&](const ShardHit& a, const ShardHit& b) {
    return a.ranked.weight != b.ranked.weight ? a.ranked.weight > b.ranked.weight : id(a) < id(b);
  });
}

/// The page by ranking the databases where they lie; nothing where that can't be done.
std::optional<Page> local_page(const Xapian::Database& database, const glass::Shards& shards,
                               const Query& query, const PageWanted& wanted) {
  const Xapian::doccount first = clamped(wanted.first, shards.documents());
  const Xapian::doccount end = clamped(std::uint64_t{first} + wanted.size, shards.documents());
  if (end == first) return std::nullopt;
  const std::optional<match::Outline> outline = match::outline_of(query);
  if (!outline) return std::nullopt;
  Page page;
  std::vector<ShardHit> best;
  for (std::size_t i = 0; i < shards.size(); ++i) {
    if (!rank_shard(shards, i, *outline, end, wanted.exact_total_up_to, best, page.total))
      return std::nullopt;
  }
  merge(shards, best);
  for (std::size_t i = first; i < best.size() && i < end; ++i) {
    const Xapian::docid number = shards.number(best[i].shard, best[i].ranked.document);
    page.entries.push_back(
        {database.get_document(number, Xapian::DOC_ASSUME_VALID), best[i].ranked.weight, number});
  }
  return page;
}

}  // namespace

Page page_of(const Xapian::Database& database, const glass::Shards* local, const Found& found,
             const PageWanted& wanted) {
  if (local != nullptr && wanted.sort == SortOrder::rank && !found.accepts) {
    if (std::optional<Page> page = local_page(database, *local, found.query, wanted)) return std::move(*page);
  }
  return Pager(database, local != nullptr, found, wanted).page(wanted.sort);
}

}  // namespace nsearch::searcher
