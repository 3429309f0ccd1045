// SPDX-License-Identifier: GPL-2.0-or-later
#include "present/hit_fields.h"
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
  if (results.folding) json["folding"] = to_json(*results.folding);
  json["seconds"] = results.seconds;
  Json hints = Json::array();
  for (const QueryDiagnostic& hint : results.hints) hints.push_back(to_json(hint));
  json["hints"] = std::move(hints);
  if (!results.missing.empty()) json["missing_shards"] = to_json(results.missing);
  return json;
}

void add_counts(Json& json, const SearchResults& results) {
  if (results.facets.empty() && !results.timeline) return;
  json["counts"] = to_json(results.counts);
  if (!results.facets.empty()) {
    Json facets = Json::array();
    for (const Facet& facet : results.facets) facets.push_back(to_json(facet, results.counts));
    json["facet_counts"] = std::move(facets);
  }
  if (results.timeline) json["timeline"] = to_json(*results.timeline, results.counts);
}

/// One value a query; a batch gives one line each.
class JsonPresenter : public Presenter {
 public:
  JsonPresenter(std::ostream& out, const PresentOptions& options) : out_(out), fields_(options.fields) {}

  void results(const std::string& query_id, const SearchRequest& request,
               const SearchResults& results) override {
    Json json = head(query_id, request, results);
    Json hits = Json::array();
    for (const Hit& hit : results.hits) hits.push_back(with_fields(hit, fields_));
    json["hits"] = std::move(hits);
    Json suggestions = Json::array();
    for (const Suggestion& s : results.suggestions)
      suggestions.push_back({{"query", s.query}, {"documents", s.documents}});
    json["suggestions"] = std::move(suggestions);
    add_counts(json, results);
    if (results.explanation) json["explanation"] = to_json(*results.explanation);
    out_ << to_line(json);
  }

 private:
  std::ostream& out_;
  std::vector<std::string> fields_;
};

/// One line a hit; facets and timeline on one more line, the last.
class NdjsonPresenter : public Presenter {
 public:
  NdjsonPresenter(std::ostream& out, const PresentOptions& options) : out_(out), fields_(options.fields) {}

  void results(const std::string& query_id, const SearchRequest&, const SearchResults& results) override {
    for (const Hit& hit : results.hits) write(query_id, with_fields(hit, fields_));
    Json counts = Json::object();
    add_counts(counts, results);
    if (!counts.empty()) write(query_id, counts);
  }

  void hit(const Hit& hit) override { write("", with_fields(hit, fields_)); }

 private:
  void write(const std::string& query_id, const Json& values) {
    Json json{{"version", json_version}};
    if (!query_id.empty()) json["query_id"] = query_id;
    json.update(values);
    out_ << to_line(json);
  }

  std::ostream& out_;
  std::vector<std::string> fields_;
};

}  // namespace

std::unique_ptr<Presenter> make_json_presenter(std::ostream& out, const PresentOptions& options) {
  return std::make_unique<JsonPresenter>(out, options);
}

std::unique_ptr<Presenter> make_ndjson_presenter(std::ostream& out, const PresentOptions& options) {
  return std::make_unique<NdjsonPresenter>(out, options);
}

}  // namespace nsearch::searcher
