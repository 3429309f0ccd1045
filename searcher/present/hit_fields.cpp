// SPDX-License-Identifier: GPL-2.0-or-later
#include "present/hit_fields.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

#include "nsearch/error.h"
#include "nsearch/presenter.h"

namespace nsearch::searcher {

namespace {

using Fact = std::string (*)(const Hit&);

std::string joined(const std::vector<MarkedText>& texts) {
  std::string all;
  for (const MarkedText& text : texts) all += (all.empty() ? "" : " | ") + text.text;
  return all;
}

std::string facet_text(const Hit& hit, const std::string& name) {
  std::string all;
  for (const auto& [facet, value] : hit.document.facets) {
    if (facet == name) all += (all.empty() ? "" : "; ") + value;
  }
  return all;
}

std::string all_facets(const Hit& hit) {
  std::string all;
  for (const auto& [name, value] : hit.document.facets) all += (all.empty() ? "" : "; ") + name + "=" + value;
  return all;
}

std::string copies_text(const Hit& hit) {
  std::string all;
  for (const std::string& id : hit.copies.ids) all += (all.empty() ? "" : " ") + id;
  return all;
}

std::string score_text(const Hit& hit) {
  if (hit.rank == 0) return {};
  char text[32];
  std::snprintf(text, sizeof text, "%.6f", hit.score);
  return text;
}

struct Column {
  std::string_view name;
  Fact text;
};

constexpr Column columns[] = {
    {"rank", [](const Hit& h) { return h.rank == 0 ? std::string() : std::to_string(h.rank); }},
    {"score", score_text},
    {"id", [](const Hit& h) { return h.id; }},
    {"url", [](const Hit& h) { return h.document.url; }},
    {"title", [](const Hit& h) { return h.document.title; }},
    {"title_marked", [](const Hit& h) { return h.title.text; }},
    {"lang", [](const Hit& h) { return h.document.language; }},
    {"date", [](const Hit& h) { return h.document.date; }},
    {"source", [](const Hit& h) { return h.document.source; }},
    {"author", [](const Hit& h) { return h.document.author; }},
    {"path", [](const Hit& h) { return h.document.origin.path; }},
    {"record",
     [](const Hit& h) {
       return h.document.origin.record == 0 ? std::string() : std::to_string(h.document.origin.record);
     }},
    {"facets", all_facets},
    {"copies", [](const Hit& h) { return std::to_string(h.copies.more); }},
    {"copy_ids", copies_text},
    {"snippets", [](const Hit& h) { return joined(h.snippets); }},
    {"body", [](const Hit& h) { return h.document.body; }}};

const Column* find_column(std::string_view name) {
  const auto* const column = std::find_if(std::begin(columns), std::end(columns),
                                          [&](const Column& one) { return one.name == name; });
  return column == std::end(columns) ? nullptr : column;
}

}  // namespace

std::string field_text(const Hit& hit, const std::string& name) {
  const Column* const column = find_column(name);
  return column == nullptr ? facet_text(hit, name) : column->text(hit);
}

Json with_fields(const Hit& hit, const std::vector<std::string>& names) {
  const Json all = to_json(hit);
  if (names.empty()) return all;
  Json chosen = Json::object();
  for (const std::string& name : names) {
    if (all.contains(name)) {
      chosen[name] = all[name];
    } else if (name == "copy_ids") {
      chosen[name] = hit.copies.ids;
    } else if (name == "body") {
      chosen[name] = hit.document.body;
    } else if (all.contains("facets") && all["facets"].contains(name)) {
      chosen["facets"][name] = all["facets"][name];
    }
  }
  return chosen;
}

}  // namespace nsearch::searcher

namespace nsearch {

bool is_hit_field(std::string_view name) {
  return searcher::find_column(name) != nullptr;
}

void check_fields(const std::vector<std::string>& fields, const std::vector<std::string>& facets) {
  for (const std::string& name : fields) {
    if (is_hit_field(name) || std::find(facets.begin(), facets.end(), name) != facets.end()) continue;
    std::string known;
    for (const searcher::Column& one : searcher::columns) {
      known += (known.empty() ? "" : ", ") + std::string(one.name);
    }
    for (const std::string& one : facets) known += ", " + one;
    throw Error(ErrorCode::usage, "hits have no field “" + name + "”", "choose from " + known);
  }
}

}  // namespace nsearch
