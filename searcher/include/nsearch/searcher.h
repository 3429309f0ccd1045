// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/document.h"
#include "nsearch/duplicates.h"
#include "nsearch/export.h"
#include "nsearch/key_terms.h"
#include "nsearch/query.h"
#include "nsearch/synonyms.h"

/// Searching
/// =========
///
///     nsearch::Searcher searcher({"news.idx"});
///     nsearch::SearchRequest request;
///     request.query = "distillation AND Nvidia";
///     nsearch::SearchResults results = searcher.search(request);
///     if (results.diagnostic) ...                              // the query is malformed: nothing was searched
///     for (const nsearch::Hit& hit : results.hits)
///       std::cout << hit.document.title << '\n';
namespace nsearch {

/// The order of the hits. Equals are ordered by id; documents without a date come last.
enum class SortOrder { rank, oldest_first, newest_first };

/// The periods of a timeline; weeks are those of ISO 8601.
enum class TimelineStep { day, week, month, year };

struct SearchRequest {
  std::string query;
  bool plain = false;  ///< plain words: no operators, any word may match, ranked
  ImplicitOperator implicit = ImplicitOperator::and_;
  std::vector<std::string> operators;  ///< ParseOptions::operators
  bool script = false;                 ///< ParseOptions::script
  bool strict = false;                 ///< a hint is an error: nothing is searched
  std::string time_zone;               ///< of the days in dates, such as "Europe/Paris"; empty: UTC
  std::optional<std::int64_t> now;  ///< what "today" is, in seconds since 1970; nothing: the system's clock
  std::vector<std::string> languages;  ///< only documents in these languages; empty: all
  std::size_t offset = 0;              ///< hits to skip
  std::size_t limit = 10;              ///< hits to return at most
  bool documents = true;               ///< fill Hit::document; false: only id and score
  bool bodies = false;                 ///< with its body
  bool snippets = true;                ///< make Hit::snippets
  bool explain = false;                ///< fill SearchResults::explanation
  bool suggest = true;                 ///< fill SearchResults::suggestions where little is found
  /// Words are found by their translations as well, from the dictionaries kept beside the indexes (nsearch/dictionaries.h).
  bool across = false;
  std::vector<std::string> translate;        ///< only into these languages; empty: all that documents are in
  std::string state;                         ///< the folder with the dictionaries; empty: each index's own
  std::shared_ptr<const Synonyms> synonyms;  ///< in place of those kept beside the indexes
  /// The total is exact at least up to this number of hits. Each further hit takes time, for the matcher may pass over
  /// none: 1000 instead of 100 made frequent words take 1.2 to 1.45 times as long. Searcher::count() is always exact.
  std::size_t exact_total_up_to = 100;

  SortOrder sort = SortOrder::rank;
  /// In days, at least 1; 0: age doesn't matter. With a half-life newer documents gain rank: docs/cli.md has the formula.
  double recency_half_life = 0;

  /// Fold copies of one text, near-duplicates included (docs/news-desk.md): the best of them is the hit, the others are
  /// its Hit::copies. `offset` and `limit` count texts then; the total, facets and the timeline count documents.
  bool fold = false;
  /// Copies and texts are counted exactly among this many hits, the first in their order; more take time.
  std::size_t fold_exact_up_to = 5000;
  std::size_t most_copies = 100;  ///< ids in Hit::copies
  std::string copies_of;          ///< only copies of the document with this id, itself included; empty: all

  std::size_t most_snippets =
      2;  ///< of a hit; a further one only where it brings words that the first ones lack
  std::size_t snippet_length = 200;  ///< in characters, about

  /// Count the values of these over all hits: lang, source, author, host, year, month, day (in the time zone), and every
  /// facet of the index.
  std::vector<std::string> facets;
  std::size_t facet_values = 10;         ///< the most frequent values of each
  std::optional<TimelineStep> timeline;  ///< count hits over time (in the time zone)
  /// Facets and timeline are exact up to this number of hits. Of more hits a part is counted: the first in the order in
  /// which they were indexed.
  std::size_t counts_exact_up_to = 1'000'000;
};

/// A piece of text with marked stretches (byte offsets into `text`, ordered, disjoint).
struct MarkedText {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> marks;
};

/// What was folded into a hit.
struct FoldedCopies {
  std::uint64_t more = 0;  ///< copies beside the hit; a lower bound unless SearchResults::folding is exact
  std::vector<std::string> ids;  ///< of these, best first; at most SearchRequest::most_copies
};

struct Hit {
  std::size_t rank = 0;  ///< from 1, over all pages
  double score = 0;      ///< comparable within one query only; 0 where the order is by date
  std::string id;
  StoredDocument document;  ///< without its body, unless asked for
  MarkedText title;
  std::vector<MarkedText> snippets;  ///< best first
  FoldedCopies copies;               ///< where copies are folded
};

/// The number of matching documents.
struct Total {
  std::uint64_t lower = 0;
  std::uint64_t estimate = 0;
  std::uint64_t upper = 0;
  bool exact() const noexcept { return lower == upper; }
};

/// One term that a query word became.
struct ExplainedTerm {
  std::string role;             ///< "surface", "stem", "title stem", "exact", "filter", ...
  std::string language;         ///< of a stem; empty: language-neutral
  std::string term;             ///< without its prefix
  std::uint64_t documents = 0;  ///< document frequency
};

struct ExplainedWord {
  std::string text;  ///< as in the query
  std::size_t begin = 0, end = 0;
  std::vector<std::string> stop_in;  ///< languages in which it is a stop word
  std::vector<ExplainedTerm> terms;
};

struct Explanation {
  QueryNode query;
  std::vector<ExplainedWord> words;
  std::string backend;  ///< the query as Xapian describes it
};

/// A query that finds more.
struct Suggestion {
  std::string query;
  std::uint64_t documents = 0;  ///< that it finds, exact
};

struct FacetValue {
  std::string value;
  std::uint64_t documents = 0;  ///< that were counted
};

/// How many hits hold which value. A document with several values counts in each.
struct Facet {
  std::string name;
  std::vector<FacetValue> values;   ///< most frequent first, equals in the order of their names
  std::uint64_t further = 0;        ///< values beside these; with `host` not counted
  std::uint64_t without_value = 0;  ///< documents without any; with `host` not counted
};

struct TimelinePeriod {
  std::string name;                 ///< "2025-03-13", "2025-W11", "2025-03", "2025"
  std::string first_day, last_day;  ///< "2025-03-13"
  std::uint64_t documents = 0;
};

/// How many hits lie in which period: every period from the first hit's to the last hit's, the empty ones too.
struct Timeline {
  TimelineStep step =
      TimelineStep::day;  ///< coarser than asked for where there would be more than 10,000 periods
  std::vector<TimelinePeriod> periods;
  std::uint64_t undated = 0;  ///< hits without a date
};

/// What the counts of facets and timeline rest on.
struct CountBasis {
  std::uint64_t counted = 0;  ///< hits that were counted
  std::uint64_t hits = 0;     ///< all of them; estimated unless `exact`
  bool exact = true;          ///< false: the counts are lower bounds; times hits / counted they are estimates
};

/// How many texts the hits are.
struct Folding {
  std::uint64_t texts = 0;      ///< among the hits looked at
  std::uint64_t looked_at = 0;  ///< the first hits in their order
  bool exact = true;            ///< these are all; false: texts and copies are lower bounds
};

/// A shard that an answer does without.
struct MissingShard {
  std::string name;    ///< "host:port", or its folder
  std::string reason;  ///< why it can't be read
};

struct SearchResults {
  std::optional<QueryDiagnostic> diagnostic;  ///< set: malformed, nothing was searched
  std::vector<QueryDiagnostic> hints;
  std::vector<MissingShard> missing;  ///< shards whose documents are left out: SearcherOptions::partial
  Total total;
  std::vector<Hit> hits;
  std::optional<Folding> folding;    ///< where copies are folded
  std::vector<Facet> facets;         ///< as asked for, in that order
  std::optional<Timeline> timeline;  ///< if asked for
  CountBasis counts;                 ///< of facets and timeline
  double seconds = 0;
  std::optional<Explanation> explanation;
  /// Where the first page has few hits: the query with its words spelled as the index has them, best first.
  std::vector<Suggestion> suggestions;
};

struct LanguageCount {
  std::string language;
  std::uint64_t documents = 0;
  std::string fingerprint;  ///< of the analysis that made its terms
};

/// A database that an index is made of: the only one, or one of several.
struct ShardInfo {
  std::string name;  ///< its index's folder, or "host:port"
  bool remote = false;
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;  ///< on disk; 0 where it is remote
  std::string generation;   ///< likewise; "gen-7, gen-8" where recent changes are kept apart
  std::string committed;    ///< ISO 8601, UTC
};

/// What an index is and holds.
struct IndexInfo {
  std::vector<std::string> paths;
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;  ///< on disk, of what is not remote
  std::uint32_t format = 0;
  std::string created, committed;  ///< ISO 8601, UTC
  std::string first_date, last_date;
  std::vector<LanguageCount> languages;  ///< largest first
  std::vector<std::string> facets;
  ProtectedWords protected_words;  ///< those of its analysis
  std::vector<std::string> generations;
  std::vector<ShardInfo> shards;      ///< in the order of the index's stub
  std::vector<MissingShard> missing;  ///< left out of all that is said
};

struct SearcherOptions {
  /// Answer from the other shards where some can't be read (a server that is down, a folder that isn't there): see
  /// Searcher::missing_shards(). Else that is an Error, which names the shard.
  bool partial = false;
};

struct RelatedRequest;
struct RelatedResults;

/// Answers queries over one or several indexes. Sees the last commit as of its latest search; a commit, a compaction or a
/// new generation in between goes unnoticed by the caller. Not thread-safe: one for each thread (they share the page cache).
class NSEARCH_EXPORT Searcher {
 public:
  /// Throws Error: no_index, corrupt, format_version, analysis_changed, io, unavailable (a shard's server can't be reached).
  explicit Searcher(const std::vector<std::string>& indexes, const SearcherOptions& options = {});
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// A malformed query is a diagnostic in the results; Error is thrown when the index fails.
  SearchResults search(const SearchRequest& request);

  /// The number of matching documents, exact. Diagnostics as in search().
  SearchResults count(const SearchRequest& request);

  /// Calls `each` with the id of every matching document, in document order; stops when it returns false.
  SearchResults for_each_id(const SearchRequest& request,
                            const std::function<bool(const std::string&)>& each);

  /// Calls `each` with every matching document, body included, in document order, in constant memory; stops when it
  /// returns false. A writer may commit meanwhile: the walk goes on after the last document given out. Documents that are
  /// added or deleted meanwhile may be among them or not.
  SearchResults for_each_document(const SearchRequest& request,
                                  const std::function<bool(const StoredDocument&)>& each);

  /// The groups of copies of one text among the documents that the query finds, or among all where it is empty; `limit`
  /// and `offset` count groups. Memory: about 200 bytes a document looked at. For time see docs/news-desk.md.
  Duplicates duplicates(const SearchRequest& request);

  /// The words that mark the documents that the query finds. Takes time with the number of these documents' words.
  KeyTerms key_terms(const SearchRequest& request, const KeyTermOptions& options = {});

  /// The document with this id, body included; nothing if there is none. Throws Error(corrupt) if its record is damaged.
  std::optional<StoredDocument> get(std::string_view id);

  /// Articles on the same story, in any language: nsearch/related.h. Throws Error(not_found) on an unknown id, Error(usage)
  /// on a language or a date that is none.
  RelatedResults related(const RelatedRequest& request);

  IndexInfo info();

  /// With SearcherOptions::partial: the shards that the latest answer does without. They are looked for again ten seconds later.
  std::vector<MissingShard> missing_shards() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace nsearch
