// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/asked_article.h"

#include "matching.h"
#include "nsearch/error.h"
#include "nsearch/language.h"
#include "query/planner_dates.h"
#include "query/planner_filters.h"
#include "related/candidates.h"
#include "result/hits.h"
#include "storage/index_schema.h"
#include "storage/tombstones.h"
#include "suggest/near_ids.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

constexpr std::int64_t a_day = 86400;

[[noreturn]] void no_such(const Xapian::Database& database, const std::string& id) {
  std::string near;
  for (const std::string& one : near_ids(database, id)) near += (near.empty() ? "“" : ", “") + one + "”";
  throw Error(ErrorCode::not_found, "no document has the id “" + id + "”",
              near.empty() ? "find its id: nsearch query WORDS --format ids" : "the nearest ids are " + near);
}

Query dated(const std::string& range) {
  const DateQuery dates = date_query(range, {});
  if (!dates.query) throw Error(ErrorCode::usage, dates.problem, "give " + dates.expected);
  return Query(Query::OP_SCALE_WEIGHT, *dates.query, 0);
}

/// The days around the article's own.
Query around(const AskedArticle& article, unsigned days) {
  if (!article.date)
    throw Error(ErrorCode::usage, "the article has no date to count days from",
                "say from when to when: --since 2025-03-10 --until 2025-03-16");
  const std::int64_t apart = std::int64_t{days} * a_day;
  const std::string first = format_date({*article.date - apart, false});
  const std::string last = format_date({*article.date + apart, false});
  return dated(first + ".." + last);
}

}  // namespace

AskedArticle asked_article(const Xapian::Database& database, const RelatedRequest& request) {
  AskedArticle article;
  if (request.article) {
    static_cast<Document&>(article.document) = *request.article;
    if (const auto time = parse_written_date(request.article->date, request.article->language))
      article.date = time->seconds;
    article.document.language =
        choose_language(request.article->body, {{}, request.article->language, {}}).language;
  } else {
    const std::string term = schema::bounded_term(schema::prefix::id, request.id);
    article.number = storage::live_document(database, term);
    if (article.number == 0) no_such(database, request.id);
    const Xapian::Document document = database.get_document(article.number);
    article.document = stored_document(document, RecordPart::all);
    article.date = date_of(document);
  }
  return article;
}

Query related_filter(const RelatedRequest& request, const AskedArticle& article) {
  Query filter;
  const auto add = [&](const Query& one) {
    filter = filter.empty() ? one : Query(Query::OP_FILTER, filter, one);
  };
  check_languages(request.languages);
  if (!request.languages.empty()) add(language_filter(request.languages));
  if (!request.since.empty() || !request.until.empty()) add(dated(request.since + ".." + request.until));
  if (request.days) add(around(article, *request.days));
  return filter;
}

}  // namespace nsearch::searcher
