// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "nsearch/duplicates.h"
#include "nsearch/error.h"
#include "nsearch/presenter.h"
#include "present/json_values.h"
#include "present/mark.h"

namespace nsearch {
namespace {

using namespace searcher;

Json to_json(const DocumentName& name) {
  Json json{{"id", name.id}};
  const auto put = [&](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
  };
  put("title", name.title);
  put("lang", name.language);
  put("date", name.date);
  put("source", name.source);
  return json;
}

Json to_json(const Duplicates& duplicates) {
  Json groups = Json::array();
  for (const CopyGroup& group : duplicates.groups) {
    Json copies = Json::array();
    for (const DocumentName& copy : group.copies) copies.push_back(to_json(copy));
    groups.push_back({{"copies", std::move(copies)}});
  }
  Json hints = Json::array();
  for (const QueryDiagnostic& hint : duplicates.hints) hints.push_back(searcher::to_json(hint));
  return {{"version", json_version},          {"documents", duplicates.documents},
          {"groups_found", duplicates.found}, {"documents_in_groups", duplicates.copies},
          {"seconds", duplicates.seconds},    {"hints", std::move(hints)},
          {"groups", std::move(groups)}};
}

void write_text(const Duplicates& duplicates, std::ostream& out, const Palette& palette) {
  for (const CopyGroup& group : duplicates.groups) {
    const DocumentName& first = group.copies.front();
    out << group.copies.size() << " copies: " << palette.title
        << printable(first.title.empty() ? first.id : first.title) << palette.reset << '\n';
    for (const DocumentName& copy : group.copies) {
      out << "  " << printable(copy.id) << palette.faint;
      for (const std::string* fact : {&copy.language, &copy.date, &copy.source})
        if (!fact->empty()) out << " | " << printable(*fact);
      out << palette.reset;
      if (copy.title != first.title) out << " | " << printable(copy.title);
      out << '\n';
    }
    out << '\n';
  }
  if (duplicates.found == 0) {
    out << "No copies among " << duplicates.documents << " documents.\n";
    return;
  }
  out << duplicates.groups.size() << " of " << duplicates.found << " groups; they hold " << duplicates.copies
      << " of " << duplicates.documents << " documents.\n";
}

}  // namespace

void present_duplicates(const Duplicates& duplicates, const std::string& format, std::ostream& out,
                        const PresentOptions& options) {
  if (format == "json")
    out << to_line(to_json(duplicates));
  else if (format == "text")
    write_text(duplicates, out, Palette(options.colour));
  else
    throw Error(ErrorCode::usage, "unknown format of groups of copies: " + format, "choose text or json");
}

}  // namespace nsearch
