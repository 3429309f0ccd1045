// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/collection.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "nsearch/error.h"
#include "quality/lines.h"

namespace nsearch::quality {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view run_suffix = ".run.gz";

std::vector<PeerRun> read_peers(const std::string& folder) {
  std::vector<PeerRun> peers;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(run_suffix)) continue;
    peers.push_back({name.substr(0, name.size() - run_suffix.size()), read_run(entry.path().string())});
  }
  std::sort(peers.begin(), peers.end(), [](const PeerRun& a, const PeerRun& b) { return a.name < b.name; });
  return peers;
}

std::string text_of(const json& document, const char* field) {
  const auto found = document.find(field);
  return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void for_each_document(const std::string& path, const std::function<void(json&)>& each) {
  for_each_line(path, [&](std::string_view line) {
    if (line.empty()) return;
    json document = json::parse(line, nullptr, false);
    if (document.is_discarded()) throw Error(ErrorCode::usage, path + ": a line is no JSON");
    each(document);
  });
}

}  // namespace

Collection load_collection(const std::string& folder, Half half) {
  Collection collection;
  collection.name = fs::path(folder).filename().string();
  collection.documents_path = folder + "/docs.jsonl.gz";
  collection.qrels = read_qrels(folder + "/qrels.txt");
  if (half != Half::both)
    std::erase_if(collection.qrels, [half](const auto& entry) { return half_of(entry.first) != half; });
  for (TopicQuery& query : read_queries(folder + "/queries.tsv"))
    if (collection.qrels.contains(query.id)) collection.queries.push_back(std::move(query));
  collection.peers = read_peers(folder);
  return collection;
}

std::vector<std::string> collections_in(const std::string& folder) {
  std::vector<std::string> names;
  if (!fs::is_directory(folder)) return names;
  for (const auto& entry : fs::directory_iterator(folder))
    if (fs::exists(entry.path() / "qrels.txt")) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

DocumentFacts document_facts(const std::string& documents_path) {
  DocumentFacts facts;
  std::set<std::string> languages;
  for_each_document(documents_path, [&](const json& document) {
    ++facts.documents;
    facts.text_bytes += text_of(document, "title").size() + text_of(document, "body").size();
    languages.insert(text_of(document, "lang"));
  });
  if (languages.size() == 1) facts.language = *languages.begin();
  return facts;
}

std::unordered_set<std::string> write_prefixed(const Collection& collection, const std::string& path) {
  std::unordered_set<std::string> ids;
  std::ofstream out(path);
  for_each_document(collection.documents_path, [&](json& document) {
    const std::string id = text_of(document, "id");
    document["id"] = collection.name + ':' + id;
    out << document.dump() << '\n';
    ids.insert(id);
  });
  if (!out.flush()) throw Error(ErrorCode::io, path + ": can't be written");
  return ids;
}

}  // namespace nsearch::quality
