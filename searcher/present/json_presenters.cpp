// SPDX-License-Identifier: GPL-2.0-or-later
#include "present/json_values.h"
#include "present/presenters.h"

namespace nsearch::searcher {
namespace {

Json head(const std::string& query_id, const SearchRequest& request, const SearchResults& results) {
  Json json{{"version", json_version}};
  if (!query_id.empty()) json["query_id"] = query_id;
  json["query"] = request.query;
  json["offset"] = request.offset;
  json["total"] = to_json(results.total);
  json["seconds"] = results.seconds;
  Json hints = Json::array();
  for (const QueryDiagnostic& hint : results.hints) hints.push_back(to_json(hint));
  json["hints"] = std::move(hints);
  return json;
}

/// One value a query; a batch gives one line each.
class JsonPresenter : public Presenter {
 public:
  explicit JsonPresenter(std::ostream& out) : out_(out) {}

  void results(const std::string& query_id, const SearchRequest& request,
               const SearchResults& results) override {
    Json json = head(query_id, request, results);
    Json hits = Json::array();
    for (const Hit& hit : results.hits) hits.push_back(to_json(hit));
    json["hits"] = std::move(hits);
    Json suggestions = Json::array();
    for (const Suggestion& s : results.suggestions)
      suggestions.push_back({{"query", s.query}, {"documents", s.documents}});
    json["suggestions"] = std::move(suggestions);
    if (results.explanation) json["explanation"] = to_json(*results.explanation);
    out_ << to_line(json);
  }

 private:
  std::ostream& out_;
};

/// One line a hit.
class NdjsonPresenter : public Presenter {
 public:
  explicit NdjsonPresenter(std::ostream& out) : out_(out) {}

  void results(const std::string& query_id, const SearchRequest&, const SearchResults& results) override {
    for (const Hit& hit : results.hits) {
      Json json{{"version", json_version}};
      if (!query_id.empty()) json["query_id"] = query_id;
      json.update(to_json(hit));
      out_ << to_line(json);
    }
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Presenter> make_json_presenter(std::ostream& out, const PresentOptions&) {
  return std::make_unique<JsonPresenter>(out);
}

std::unique_ptr<Presenter> make_ndjson_presenter(std::ostream& out, const PresentOptions&) {
  return std::make_unique<NdjsonPresenter>(out);
}

}  // namespace nsearch::searcher
