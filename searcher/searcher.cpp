// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/searcher.h"

#include <chrono>

#include "export_ids.h"
#include "index_info.h"
#include "matching.h"
#include "open_indexes.h"
#include "related/find_related.h"
#include "result/duplicate_groups.h"
#include "result/fold.h"
#include "result/hits.h"
#include "result/key_words.h"
#include "storage/index_schema.h"
#include "storage/tombstones.h"
#include "suggest/suggest.h"

namespace nsearch {

using searcher::found_by;
using searcher::OpenIndexes;
using searcher::Understood;
using View = OpenIndexes::View;

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Total exactly(std::uint64_t number) {
  return {number, number, number};
}

}  // namespace

class Searcher::Impl {
 public:
  Impl(const std::vector<std::string>& indexes, const SearcherOptions& options)
      : indexes_(indexes, options.partial ? Lost::left_out : Lost::refused) {}

  SearchResults search(const SearchRequest& request) {
    return answer(request, [&](const Understood& understood, SearchResults& results) {
      searcher::find_hits(indexes_.database(), indexes_.local(), understood.plan, request, snippets_,
                          results);
      if (request.suggest && request.offset == 0 && results.total.upper <= searcher::few_documents)
        results.suggestions = suggestions(understood.query, request, results.total.upper);
    });
  }

  SearchResults count(const SearchRequest& request) {
    return answer(request, [&](const Understood& understood, SearchResults& results) {
      results.total =
          exactly(searcher::count_found(indexes_.database(), found_by(indexes_.database(), understood.plan)));
    });
  }

  SearchResults for_each_id(const SearchRequest& request,
                            const std::function<bool(const std::string&)>& each) {
    const auto start = std::chrono::steady_clock::now();
    searcher::IdWalk walk;
    SearchResults results;
    std::uint64_t openings = 0, given = 0;
    bool wanted = true;
    for (View view = View::latest; wanted && !walk.finished(); view = View::held) {
      std::vector<std::string> ids;
      indexes_.read(view, [&] {
        SearchResults understood_as;
        const Understood understood = searcher::understand(indexes_, request, understood_as);
        if (openings == 0) results = std::move(understood_as);
        if (!understood.ready) return;
        if (openings != 0 && openings != indexes_.openings()) walk.renumbered(indexes_.database());
        openings = indexes_.openings();
        ids = walk.next(indexes_.database(), understood.plan, indexes_.shards().size());
      });
      if (results.diagnostic) return results;
      for (std::size_t i = 0; i < ids.size() && wanted; ++i, ++given) wanted = each(ids[i]);
    }
    results.total = exactly(given);
    results.missing = missing_shards();
    results.seconds = seconds_since(start);
    return results;
  }

  SearchResults for_each_document(const SearchRequest& request,
                                  const std::function<bool(const StoredDocument&)>& each) {
    std::uint64_t given = 0;
    SearchResults results = for_each_id(request, [&](const std::string& id) {
      const std::optional<StoredDocument> document = read(id, View::held);
      if (!document) return true;  // deleted meanwhile
      ++given;
      return each(*document);
    });
    if (!results.diagnostic) results.total = exactly(given);
    return results;
  }

  Duplicates duplicates(const SearchRequest& request) {
    return answer<Duplicates>(request, [&](const Understood& understood, Duplicates& results) {
      searcher::find_duplicates(indexes_.database(), found(understood, request), request, results);
    });
  }

  KeyTerms key_terms(const SearchRequest& request, const KeyTermOptions& options) {
    return answer<KeyTerms>(request, [&](const Understood& understood, KeyTerms& results) {
      searcher::find_key_words(indexes_.database(), found(understood, request), options,
                               protected_words_of(indexes_.database()), results);
    });
  }

  std::optional<StoredDocument> get(std::string_view id) { return read(id, View::latest); }

  RelatedResults related(const RelatedRequest& request) {
    const auto start = std::chrono::steady_clock::now();
    RelatedResults results =
        indexes_.read(View::latest, [&] { return searcher::find_related(indexes_, request); });
    results.seconds = seconds_since(start);
    return results;
  }

  IndexInfo info() {
    return indexes_.read(View::latest, [&] { return searcher::index_info(indexes_); });
  }

  std::vector<MissingShard> missing_shards() const {
    std::vector<MissingShard> missing;
    for (const LostShard& lost : indexes_.lost()) missing.push_back({lost.name, lost.reason});
    return missing;
  }

 private:
  std::optional<StoredDocument> read(std::string_view id, View view) {
    return indexes_.read(view, [&]() -> std::optional<StoredDocument> {
      const Xapian::Database& database = indexes_.database();
      const std::string term = schema::bounded_term(schema::prefix::id, id);
      const Xapian::docid document = storage::live_document(database, term);
      if (document == 0) return std::nullopt;
      return searcher::stored_document(database.get_document(document), RecordPart::all);
    });
  }

  /// All documents where nothing is asked.
  searcher::Found found(const Understood& understood, const SearchRequest& request) const {
    if (request.query.empty()) return {indexes_.living(Xapian::Query::MatchAll), {}};
    return found_by(indexes_.database(), understood.plan);
  }

  /// For results that are no list of hits.
  template <typename Results, typename Find>
  Results answer(const SearchRequest& request, Find&& find) {
    const auto start = std::chrono::steady_clock::now();
    Results results = indexes_.read(View::latest, [&] {
      SearchResults understood_as;
      const Understood understood = searcher::understand(indexes_, request, understood_as);
      Results fresh;
      fresh.diagnostic = std::move(understood_as.diagnostic);
      fresh.hints = std::move(understood_as.hints);
      if (understood.ready) find(understood, fresh);
      return fresh;
    });
    results.seconds = seconds_since(start);
    return results;
  }

  template <typename Find>
  SearchResults answer(const SearchRequest& request, Find&& find) {
    const auto start = std::chrono::steady_clock::now();
    SearchResults results = indexes_.read(View::latest, [&] {
      SearchResults fresh;
      const Understood understood = searcher::understand(indexes_, request, fresh);
      if (understood.ready) find(understood, fresh);
      return fresh;
    });
    results.missing = missing_shards();
    results.seconds = seconds_since(start);
    return results;
  }

  std::vector<Suggestion> suggestions(const QueryNode& root, const SearchRequest& request,
                                      std::uint64_t found) {
    const auto count = [&](const std::string& query) -> std::uint64_t {
      SearchRequest other = request;
      other.query = query;
      other.explain = false;
      SearchResults unused;
      const Understood understood = searcher::understand(indexes_, other, unused);
      if (!understood.ready) return 0;
      return searcher::count_found(indexes_.database(), found_by(indexes_.database(), understood.plan));
    };
    return searcher::suggestions(request, root, indexes_.database(), found, count);
  }

  OpenIndexes indexes_;
  searcher::SnippetMaker snippets_;
};

Searcher::Searcher(const std::vector<std::string>& indexes, const SearcherOptions& options)
    : impl_(std::make_unique<Impl>(indexes, options)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

SearchResults Searcher::search(const SearchRequest& request) {
  return impl_->search(request);
}

SearchResults Searcher::count(const SearchRequest& request) {
  return impl_->count(request);
}

SearchResults Searcher::for_each_id(const SearchRequest& request,
                                    const std::function<bool(const std::string&)>& each) {
  return impl_->for_each_id(request, each);
}

SearchResults Searcher::for_each_document(const SearchRequest& request,
                                          const std::function<bool(const StoredDocument&)>& each) {
  return impl_->for_each_document(request, each);
}

Duplicates Searcher::duplicates(const SearchRequest& request) {
  return impl_->duplicates(request);
}

KeyTerms Searcher::key_terms(const SearchRequest& request, const KeyTermOptions& options) {
  return impl_->key_terms(request, options);
}

std::optional<StoredDocument> Searcher::get(std::string_view id) {
  return impl_->get(id);
}

RelatedResults Searcher::related(const RelatedRequest& request) {
  return impl_->related(request);
}

IndexInfo Searcher::info() {
  return impl_->info();
}

std::vector<MissingShard> Searcher::missing_shards() const {
  return impl_->missing_shards();
}

}  // namespace nsearch
