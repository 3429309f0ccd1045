// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "nsearch/error.h"
#include "nsearch/presenter.h"
#include "nsearch/related.h"
#include "present/hit_text.h"
#include "present/json_values.h"

namespace nsearch {
namespace {

using searcher::Json;

Json to_json(const std::vector<Tie>& ties) {
  Json list = Json::array();
  for (const Tie& tie : ties)
    list.push_back({{"here", tie.here}, {"there", tie.there}, {"akin", tie.akin}, {"share", tie.share}});
  return list;
}

Json to_json(const RelatedHit& related, bool ties) {
  Json json = searcher::to_json(related.hit);
  if (ties) json["ties"] = to_json(related.ties);
  return json;
}

void write_json(const RelatedRequest& request, const RelatedResults& results, std::ostream& out) {
  Json json{{"version", searcher::json_version}};
  json["article"] = searcher::to_json(results.article, false);
  json["compared"] = results.compared;
  json["seconds"] = results.seconds;
  Json hits = Json::array();
  for (const RelatedHit& related : results.hits) hits.push_back(to_json(related, request.ties));
  json["hits"] = std::move(hits);
  out << searcher::to_line(json);
}

void write_ndjson(const RelatedRequest& request, const RelatedResults& results, std::ostream& out) {
  for (const RelatedHit& related : results.hits) {
    Json json{{"version", searcher::json_version}};
    json.update(to_json(related, request.ties));
    out << searcher::to_line(json);
  }
}

void write_ids(const RelatedRequest&, const RelatedResults& results, std::ostream& out) {
  for (const RelatedHit& related : results.hits) out << related.hit.id << '\n';
}

std::string ties_text(const std::vector<Tie>& ties) {
  std::string text;
  for (const Tie& tie : ties) {
    text += (text.empty() ? "" : ", ") + tie.here;
    if (tie.akin) text += "~" + tie.there;
  }
  return searcher::printable(text);
}

void write_text(const RelatedRequest& request, const RelatedResults& results, std::ostream& out,
                bool colour) {
  const searcher::Palette palette(colour);
  for (const RelatedHit& related : results.hits) {
    searcher::write_hit(related.hit, out, palette);
    if (request.ties) out << "   by: " << ties_text(related.ties) << '\n';
    out << '\n';
  }
  if (results.hits.empty()) out << "Nothing found.\n";
}

}  // namespace

void present_related(const RelatedRequest& request, const RelatedResults& results, const std::string& format,
                     std::ostream& out, const PresentOptions& options) {
  if (format == "text") return write_text(request, results, out, options.colour);
  if (format == "json") return write_json(request, results, out);
  if (format == "ndjson") return write_ndjson(request, results, out);
  if (format == "ids") return write_ids(request, results, out);
  throw Error(ErrorCode::usage, "related articles can't be written as " + format,
              "choose text, json, ndjson or ids");
}

}  // namespace nsearch
