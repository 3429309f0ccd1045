// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/alert_store.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <system_error>

#include "nsearch/error.h"
#include "storage/file_sync.h"

namespace nsearch::searcher {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int version = 1;
constexpr std::string_view journal_name = "alerts.journal-";

std::string line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// `common`: up to where all are told that say nothing else.
Json to_json(const KeptAlert& kept, const Sequences& common) {
  const Alert& alert = kept.alert;
  Json json{{"name", alert.name}, {"query", alert.query}, {"added", alert.added}};
  if (alert.plain) json["plain"] = true;
  if (alert.script) json["script"] = true;
  if (alert.implicit == ImplicitOperator::or_) json["op"] = "or";
  if (!alert.operators.empty()) json["operators"] = alert.operators;
  if (!alert.languages.empty()) json["lang"] = alert.languages;
  if (!alert.time_zone.empty()) json["timezone"] = alert.time_zone;
  if (kept.told && *kept.told != common) json["told"] = *kept.told;
  return json;
}

KeptAlert alert_of(const Json& json) {
  KeptAlert kept;
  Alert& alert = kept.alert;
  json.at("name").get_to(alert.name);
  json.at("query").get_to(alert.query);
  alert.added = json.value("added", "");
  alert.plain = json.value("plain", false);
  alert.script = json.value("script", false);
  alert.implicit = json.value("op", "and") == "or" ? ImplicitOperator::or_ : ImplicitOperator::and_;
  alert.operators = json.value("operators", std::vector<std::string>());
  alert.languages = json.value("lang", std::vector<std::string>());
  alert.time_zone = json.value("timezone", "");
  if (json.contains("told")) kept.told = json.at("told").get<Sequences>();
  return kept;
}

/// Nothing where there is no such file.
std::optional<std::string> content_of(const fs::path& path) {
  std::error_code problem;
  if (!fs::exists(path, problem)) {
    if (problem) throw Error(ErrorCode::io, path.string() + ": " + problem.message());
    return std::nullopt;
  }
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad())
    throw Error(ErrorCode::io, path.string() + ": can't be read", "check its permissions");
  return text;
}

}  // namespace

fs::path AlertStore::journal() const {
  return folder_ / (std::string(journal_name) + std::to_string(journal_));
}

KeptAlert* AlertStore::find(const std::string& name) {
  const auto at =
      std::lower_bound(alerts.begin(), alerts.end(), name,
                       [](const KeptAlert& kept, const std::string& n) { return kept.alert.name < n; });
  return at == alerts.end() || at->alert.name != name ? nullptr : &*at;
}

void AlertStore::load() {
  shards.clear();
  alerts.clear();
  journal_ = 0;
  const std::optional<std::string> text = content_of(file());
  if (!text) return;
  try {
    const Json json = Json::parse(*text);
    if (json.at("version").get<int>() != version)
      throw Error(ErrorCode::format_version, file().string() + ": made by another version of nsearch");
    journal_ = json.at("journal").get<std::uint64_t>();
    for (const Json& shard : json.at("shards"))
      shards.push_back({shard.at("path"), shard.at("created"), shard.at("sequence")});
    for (const Json& alert : json.at("alerts")) alerts.push_back(alert_of(alert));
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorCode::corrupt, file().string() + ": is no file of alerts: " + error.what(),
                "put a copy of it back");
  }
  for (KeptAlert& kept : alerts) {
    if (kept.told) kept.told->resize(shards.size(), 0);
  }
  std::sort(alerts.begin(), alerts.end(),
            [](const KeptAlert& a, const KeptAlert& b) { return a.alert.name < b.alert.name; });
  read_journal();
}

void AlertStore::read_journal() {
  const std::string text = content_of(journal()).value_or("");
  for (std::size_t begin = 0, end = text.find('\n'); end != text.npos;
       begin = end + 1, end = text.find('\n', begin)) {
    const Json json = Json::parse(text.substr(begin, end - begin), nullptr, false);
    if (!json.is_object()) continue;
    KeptAlert* const kept = find(json.value("alert", ""));
    if (!kept || !json.contains("told")) continue;
    kept->told = json.at("told").get<Sequences>();
    kept->told->resize(shards.size(), 0);
  }
}

void AlertStore::save() {
  ++journal_;
  Json head_shards = Json::array();
  for (const ToldShard& shard : shards)
    head_shards.push_back({{"path", shard.path}, {"created", shard.created}, {"sequence", shard.sequence}});
  std::string text = "{\"version\":" + std::to_string(version) +
                     ",\n\"journal\":" + std::to_string(journal_) + ",\n\"shards\":" + line(head_shards) +
                     ",\n\"alerts\":[";
  Sequences common;
  for (const ToldShard& shard : shards) common.push_back(shard.sequence);
  const char* between = "\n";
  for (const KeptAlert& kept : alerts) {
    text += between + line(to_json(kept, common));
    between = ",\n";
  }
  storage::replace_file(file(), text + "\n]}\n");
  remove_journals();
}

void AlertStore::note(const KeptAlert& alert) {
  const Json json{{"alert", alert.alert.name}, {"told", *alert.told}};
  storage::append_synced(journal(), line(json) + '\n');
}

/// All but the one in force, which does not exist yet.
void AlertStore::remove_journals() const {
  std::error_code ignored;
  for (fs::directory_iterator at(folder_, ignored), end; !ignored && at != end; at.increment(ignored)) {
    if (at->path().filename().string().rfind(journal_name, 0) == 0) fs::remove(at->path(), ignored);
  }
}

}  // namespace nsearch::searcher
