// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/alert_store.h"

#include <algorithm>
#include <chrono>
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

Json to_json(const BegunBatch& batch) {
  return {{"batch", batch.number}, {"upto", batch.upto}};
}

BegunBatch batch_of(const Json& json, std::size_t shards) {
  BegunBatch batch{json.at("batch"), json.at("upto")};
  batch.upto.resize(shards, 0);
  return batch;
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
  if (kept.told != common) json["told"] = kept.told;
  for (const BegunBatch& batch : kept.begun) json["begun"].push_back(to_json(batch));
  return json;
}

KeptAlert alert_of(const Json& json, const Sequences& common) {
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
  kept.told = json.value("told", common);
  kept.told.resize(common.size(), 0);
  if (json.contains("begun")) {
    for (const Json& batch : json.at("begun")) kept.begun.push_back(batch_of(batch, common.size()));
  }
  return kept;
}

/// The larger of each.
void reach(Sequences& sequences, const Sequences& upto) {
  sequences.resize(std::max(sequences.size(), upto.size()), 0);
  for (std::size_t i = 0; i < upto.size(); ++i) sequences[i] = std::max(sequences[i], upto[i]);
}

std::int64_t milliseconds_now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

void KeptAlert::begin(const BegunBatch& batch) {
  if (begun.empty() || begun.back().number < batch.number) begun.push_back(batch);
}

void KeptAlert::take(const BegunBatch& batch) {
  reach(told, batch.upto);
  begun.erase(std::remove_if(begun.begin(), begun.end(),
                             [&](const BegunBatch& earlier) { return earlier.number <= batch.number; }),
              begun.end());
}

fs::path AlertStore::journal() const {
  return folder_ / (std::string(journal_name) + std::to_string(journal_number_));
}

KeptAlert* AlertStore::find(const std::string& name) {
  const auto at =
      std::lower_bound(alerts.begin(), alerts.end(), name,
                       [](const KeptAlert& kept, const std::string& n) { return kept.alert.name < n; });
  return at == alerts.end() || at->alert.name != name ? nullptr : &*at;
}

Sequences AlertStore::common() const {
  Sequences common;
  for (const ToldShard& shard : shards) common.push_back(shard.sequence);
  return common;
}

void AlertStore::load() {
  shards.clear();
  alerts.clear();
  journal_number_ = 0;
  last_batch_ = 0;
  was_cut_off_ = false;
  const std::string text = content_of(file());
  if (text.empty() && !fs::exists(file())) return;
  std::optional<Run> run;
  try {
    const Json json = Json::parse(text);
    if (json.at("version").get<int>() != version)
      throw Error(ErrorCode::format_version, file().string() + ": made by another version of nsearch");
    journal_number_ = json.at("journal");
    last_batch_ = json.value("batch", last_batch_);
    for (const Json& shard : json.at("shards"))
      shards.push_back({shard.at("path"), shard.at("created"), shard.at("sequence")});
    for (const Json& alert : json.at("alerts")) alerts.push_back(alert_of(alert, common()));
    if (json.contains("run")) {
      const Json& under_way = json.at("run");
      run = Run{batch_of(under_way, shards.size()), under_way.at("boot"), under_way.at("synced")};
    }
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorCode::corrupt, file().string() + ": is no file of alerts: " + error.what(),
                "put a copy of it back");
  }
  std::sort(alerts.begin(), alerts.end(),
            [](const KeptAlert& a, const KeptAlert& b) { return a.alert.name < b.alert.name; });
  if (run) take_in_journal(*run);
}

void AlertStore::take_in_journal(const Run& run) {
  was_cut_off_ = true;
  const bool same_boot = run.boot == id_of_boot();
  take_in(read_journal(journal()), run, same_boot || run.synced);
  take_in(read_journal(doubted_journal()), run, false);
  if (same_boot) return;
  // What was begun may not have come to the disk.
  for (KeptAlert& kept : alerts) {
    Sequences further = kept.told;
    reach(further, run.batch.upto);
    if (further != kept.told) kept.begin(run.batch);
  }
}

void AlertStore::take_in(const std::vector<JournalNote>& notes, const Run& run, bool trusted) {
  for (const JournalNote& note : notes) {
    KeptAlert* const kept = find(note.alert);
    if (!kept) continue;
    if (note.batch == run.batch.number) kept->begin(run.batch);
    if (!note.told || !trusted) continue;
    const auto batch = std::find_if(kept->begun.begin(), kept->begun.end(),
                                    [&](const BegunBatch& begun) { return begun.number == note.batch; });
    if (batch != kept->begun.end()) kept->take(BegunBatch(*batch));
  }
}

void AlertStore::save() {
  write(nullptr);
}

BegunBatch AlertStore::begin_run(const Sequences& upto, bool sync_each) {
  const Run run{{std::max(last_batch_ + 1, milliseconds_now()), upto}, id_of_boot(), sync_each};
  last_batch_ = run.batch.number;
  write(&run);
  journal_.emplace(journal());
  sync_each_ = sync_each;
  if (sync_each) storage::sync(folder_);
  return run.batch;
}

void AlertStore::write(const Run* run) {
  ++journal_number_;
  Json head{{"version", version}, {"journal", journal_number_}, {"batch", last_batch_}};
  if (run) {
    head["run"] = to_json(run->batch);
    head["run"]["boot"] = run->boot;
    head["run"]["synced"] = run->synced;
  }
  head["shards"] = Json::array();
  for (const ToldShard& shard : shards)
    head["shards"].push_back(
        {{"path", shard.path}, {"created", shard.created}, {"sequence", shard.sequence}});
  std::string text = line(head);
  text.back() = ',';
  text += "\n\"alerts\":[";
  const Sequences told_to_all = common();
  const char* between = "\n";
  for (const KeptAlert& kept : alerts) {
    text += between + line(to_json(kept, told_to_all));
    between = ",\n";
  }
  storage::replace_file(file(), text + "\n]}\n");
  journal_.reset();
  remove_journals();
}

void AlertStore::note(const KeptAlert& alert, const BegunBatch& batch, bool told) {
  journal_->add({alert.alert.name, batch.number, told});
  if (told && sync_each_) journal_->sync();
}

void AlertStore::doubt() {
  // Room for nothing new is needed: the disk may be full.
  std::error_code problem;
  fs::rename(journal(), doubted_journal(), problem);
  if (problem) throw Error(ErrorCode::io, journal().string() + ": " + problem.message());
}

/// All but the one in force, which does not exist yet.
void AlertStore::remove_journals() const {
  std::error_code ignored;
  for (fs::directory_iterator at(folder_, ignored), end; !ignored && at != end; at.increment(ignored)) {
    if (at->path().filename().string().rfind(journal_name, 0) == 0) fs::remove(at->path(), ignored);
  }
}

}  // namespace nsearch::searcher
