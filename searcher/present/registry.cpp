// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/error.h"
#include "present/presenters.h"

namespace nsearch {
namespace {

using namespace searcher;

struct Entry {
  OutputFormat format;
  std::unique_ptr<Presenter> (*make)(std::ostream&, const PresentOptions&);
};

const std::vector<Entry>& registry() {
  static const std::vector<Entry> entries{
      {{"text", "for people"}, make_text_presenter},
      {{"json", "one JSON value"}, make_json_presenter},
      {{"ndjson", "one JSON value a result and line"}, make_ndjson_presenter},
      {{"csv", "a table, as RFC 4180 has it"}, make_csv_presenter},
      {{"tsv", "a table, columns parted by tabs"}, make_tsv_presenter},
      {{"trec", "a TREC run"}, make_trec_presenter},
      {{"ids", "one id a line"}, make_ids_presenter},
  };
  return entries;
}

}  // namespace

Presenter::~Presenter() = default;

void Presenter::hit(const Hit&) {
  throw Error(ErrorCode::usage, "this format can't write hits one by one", "choose ndjson, csv, tsv or ids");
}

std::vector<OutputFormat> output_formats() {
  std::vector<OutputFormat> formats;
  for (const Entry& entry : registry()) formats.push_back(entry.format);
  return formats;
}

std::unique_ptr<Presenter> make_presenter(const std::string& format, std::ostream& out,
                                          const PresentOptions& options) {
  std::string names;
  for (const Entry& entry : registry()) {
    if (entry.format.name == format) return entry.make(out, options);
    names += (names.empty() ? "" : ", ") + entry.format.name;
  }
  throw Error(ErrorCode::usage, "unknown output format: " + format, "choose one of " + names);
}

}  // namespace nsearch
