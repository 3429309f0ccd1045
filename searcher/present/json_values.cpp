// SPDX-License-Identifier: GPL-2.0-or-later
#include "present/json_values.h"

namespace nsearch::searcher {
namespace {

const char* name(QueryKind kind) {
  switch (kind) {
    case QueryKind::none:
      return "none";
    case QueryKind::word:
      return "word";
    case QueryKind::phrase:
      return "phrase";
    case QueryKind::field:
      return "field";
    case QueryKind::all_of:
      return "and";
    case QueryKind::any_of:
      return "or";
    case QueryKind::bag:
      return "bag";
    case QueryKind::negation:
      return "not";
    case QueryKind::required:
      return "required";
    case QueryKind::excluded:
      return "excluded";
    case QueryKind::near:
      return "near";
    case QueryKind::adjacent:
      return "adj";
    case QueryKind::not_near:
      return "notnear";
    case QueryKind::sentence:
      return "sentence";
    case QueryKind::paragraph:
      return "paragraph";
    case QueryKind::at_least:
      return "atleast";
  }
  return "";
}

void put(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

Json facets(const Document& document) {
  Json all = Json::object();
  for (const auto& [facet, value] : document.facets) {
    Json& slot = all[facet];
    if (slot.is_null())
      slot = value;
    else if (slot.is_string())
      slot = Json::array({slot, value});
    else
      slot.push_back(value);
  }
  return all;
}

Json to_json(const ExplainedWord& word) {
  Json json{{"text", word.text}, {"begin", word.begin}, {"end", word.end}};
  if (!word.stop_in.empty()) json["stop_word_in"] = word.stop_in;
  Json terms = Json::array();
  for (const ExplainedTerm& term : word.terms) {
    Json entry{{"role", term.role}};
    put(entry, "language", term.language);
    entry["term"] = term.term;
    entry["documents"] = term.documents;
    terms.push_back(std::move(entry));
  }
  json["terms"] = std::move(terms);
  return json;
}

}  // namespace

Json to_json(const MarkedText& text) {
  return {{"text", text.text}, {"marks", text.marks}};
}

Json to_json(const Total& total) {
  return {
      {"exact", total.exact()}, {"lower", total.lower}, {"estimate", total.estimate}, {"upper", total.upper}};
}

Json to_json(const QueryDiagnostic& d) {
  Json json{
      {"message", d.message}, {"begin", d.begin}, {"end", d.end}, {"line", d.line}, {"column", d.column}};
  put(json, "expected", d.expected);
  put(json, "suggestion", d.suggestion);
  return json;
}

Json to_json(const QueryNode& node) {
  Json json{{"kind", name(node.kind)}};
  put(json, "field", node.field);
  put(json, "text", node.text);
  if (node.exact) json["exact"] = true;
  if (node.inflected) json["inflected"] = true;
  if (node.pattern) json["pattern"] = true;
  if (node.edits > 0) json["edits"] = node.edits;
  if (node.number > 0) json["number"] = node.number;
  if (node.boost != 1) json["boost"] = node.boost;
  json["begin"] = node.begin;
  json["end"] = node.end;
  if (!node.children.empty()) {
    Json children = Json::array();
    for (const QueryNode& child : node.children) children.push_back(to_json(child));
    json["children"] = std::move(children);
  }
  return json;
}

Json to_json(const Explanation& explanation) {
  Json words = Json::array();
  for (const ExplainedWord& word : explanation.words) words.push_back(to_json(word));
  return {{"version", json_version},
          {"query", to_json(explanation.query)},
          {"words", std::move(words)},
          {"backend", explanation.backend}};
}

Json to_json(const StoredDocument& d, bool body) {
  Json json{{"id", document_id(d)}};
  put(json, "url", d.url);
  put(json, "title", d.title);
  json["lang"] = d.language;
  put(json, "date", d.date);
  put(json, "source", d.source);
  put(json, "author", d.author);
  if (!d.facets.empty()) json["facets"] = facets(d);
  if (!d.origin.path.empty()) {
    json["path"] = d.origin.path;
    if (d.origin.record > 0) json["record"] = d.origin.record;
  }
  if (!body) return json;
  json["body"] = d.body;
  Json spans = Json::array();
  for (const LanguageSpan& span : d.spans)
    spans.push_back({{"begin", span.begin}, {"end", span.end}, {"lang", span.language}});
  json["spans"] = std::move(spans);
  return json;
}

Json to_json(const Folding& folding) {
  return {{"exact", folding.exact}, {"texts", folding.texts}, {"looked_at", folding.looked_at}};
}

Json to_json(const CountBasis& basis) {
  return {{"exact", basis.exact}, {"counted", basis.counted}, {"hits", basis.hits}};
}

namespace {

void put_count(Json& json, std::uint64_t count, const CountBasis& basis) {
  json["count"] = count;
  if (!basis.exact) json["estimate"] = estimate(count, basis);
}

}  // namespace

Json to_json(const Facet& facet, const CountBasis& basis) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    Json entry{{"value", value.value}};
    put_count(entry, value.documents, basis);
    values.push_back(std::move(entry));
  }
  return {{"facet", facet.name},
          {"values", std::move(values)},
          {"further_values", facet.further},
          {"without_value", facet.without_value}};
}

Json to_json(const Timeline& timeline, const CountBasis& basis) {
  Json periods = Json::array();
  for (const TimelinePeriod& period : timeline.periods) {
    Json entry{{"period", period.name}, {"first_day", period.first_day}, {"last_day", period.last_day}};
    put_count(entry, period.documents, basis);
    periods.push_back(std::move(entry));
  }
  return {{"step", name(timeline.step)}, {"undated", timeline.undated}, {"periods", std::move(periods)}};
}

std::uint64_t estimate(std::uint64_t count, const CountBasis& basis) {
  if (basis.exact || basis.counted == 0) return count;
  const double share = static_cast<double>(basis.hits) / static_cast<double>(basis.counted);
  return static_cast<std::uint64_t>(static_cast<double>(count) * share + 0.5);
}

const char* name(TimelineStep step) {
  switch (step) {
    case TimelineStep::day:
      return "day";
    case TimelineStep::week:
      return "week";
    case TimelineStep::month:
      return "month";
    case TimelineStep::year:
      return "year";
  }
  return "";
}

Json to_json(const Hit& hit) {
  Json json = Json::object();
  if (hit.rank > 0) json = {{"rank", hit.rank}, {"score", hit.score}};
  Json document = to_json(hit.document, false);
  document["id"] = hit.id;
  json.update(document);
  if (!hit.title.text.empty()) json["title_marked"] = to_json(hit.title);
  if (hit.rank == 0) return json;
  Json snippets = Json::array();
  for (const MarkedText& snippet : hit.snippets) snippets.push_back(to_json(snippet));
  json["snippets"] = std::move(snippets);
  if (hit.copies.more > 0) json["copies"] = {{"more", hit.copies.more}, {"ids", hit.copies.ids}};
  return json;
}

Json to_json(const std::vector<MissingShard>& missing) {
  Json json = Json::array();
  for (const MissingShard& shard : missing) json.push_back({{"shard", shard.name}, {"reason", shard.reason}});
  return json;
}

namespace {

Json to_json(const ShardInfo& shard) {
  Json json{{"shard", shard.name}, {"remote", shard.remote}, {"documents", shard.documents}};
  if (!shard.remote) {
    json["bytes"] = shard.bytes;
    json["generation"] = shard.generation;
  }
  json["committed"] = shard.committed;
  return json;
}

}  // namespace

Json to_json(const IndexInfo& info) {
  Json languages = Json::array();
  for (const LanguageCount& l : info.languages)
    languages.push_back({{"lang", l.language}, {"documents", l.documents}, {"fingerprint", l.fingerprint}});
  Json shards = Json::array();
  for (const ShardInfo& shard : info.shards) shards.push_back(to_json(shard));
  Json json{{"version", json_version},
            {"indexes", info.paths},
            {"documents", info.documents},
            {"bytes", info.bytes},
            {"format", info.format},
            {"generations", info.generations},
            {"created", info.created},
            {"committed", info.committed},
            {"first_date", info.first_date},
            {"last_date", info.last_date},
            {"languages", std::move(languages)},
            {"facets", info.facets},
            {"protected_words", info.protected_words.size()},
            {"shards", std::move(shards)}};
  if (!info.missing.empty()) json["missing_shards"] = to_json(info.missing);
  return json;
}

std::string to_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace nsearch::searcher
