// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/extract.h"

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "document_date.h"
#include "document_preparer.h"
#include "pipeline/input_list.h"
#include "pipeline/input_reader.h"
#include "reader/field_map.h"

namespace nsearch {
namespace {

using namespace indexer;

class Extractor final : private InputSink {
 public:
  explicit Extractor(const ExtractRun& run) : run_(run), reader_(run.format, {run.field_map}, *this) {}

  ExtractSummary read(const InputList& inputs) {
    for (const Input& input : inputs.inputs)
      if (!reader_.read(input)) break;
    summary_.files = reader_.files();
    summary_.bytes = reader_.bytes_read();
    return summary_;
  }

 private:
  void input(const std::string& path) override { path_ = path; }

  bool document(Document&& document) override {
    const std::uint64_t record = document.origin.record;
    if (std::string reason = reason_to_reject(document); !reason.empty()) {
      return reject({path_, record, 0, document.id, std::move(reason)});
    }
    document.id = document_id(document);
    if (std::string doubt = settle_date(document, document.language, seconds_now()); !doubt.empty()) {
      note(record, std::move(doubt));
    }
    ++summary_.documents;
    return go_on(!run_.on_document || run_.on_document(document));
  }

  bool reject(Rejection&& rejection) override {
    rejection.path = path_;
    ++summary_.rejected;
    if (run_.on_reject) run_.on_reject(rejection);
    return go_on(true);
  }

  void note(std::uint64_t line, std::string&& text) override {
    if (run_.on_note) run_.on_note(path_, line, text);
  }

  bool go_on(bool wanted) {
    if (!wanted || (run_.cancelled && run_.cancelled())) summary_.cancelled = true;
    return !summary_.cancelled;
  }

  const ExtractRun& run_;
  ExtractSummary summary_;
  std::string path_;
  InputReader reader_;
};

}  // namespace

ExtractSummary extract_files(const ExtractRun& run) {
  choose_reader(run.format, {}, {});  // throws where there is no such format
  return Extractor(run).read(list_inputs(run.paths, {}));
}

std::string json_line(const Document& document) {
  nlohmann::ordered_json json;
  const auto add = [&](const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
  };
  add("id", document.id);
  add("url", document.url);
  add("title", document.title);
  add("body", document.body);
  add("lang", document.language);
  add("date", document.date);
  add("author", document.author);
  add("source", document.source);
  std::map<std::string, std::vector<std::string>> further;
  for (const auto& [name, text] : document.facets) {
    if (FieldMap::may_be_facet(name)) further[name].push_back(text);
  }
  for (const auto& [name, texts] : further) {
    if (texts.size() == 1) {
      json[name] = texts[0];
    } else {
      json[name] = texts;
    }
  }
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace nsearch
