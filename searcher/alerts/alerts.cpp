// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/alerts.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <utility>

#include "alerts/alert_search.h"
#include "alerts/alert_store.h"
#include "alerts/kept_analysis.h"
#include "alerts/telling.h"
#include "alerts/told_shards.h"
#include "matching.h"
#include "nsearch/error.h"
#include "nsearch/language.h"
#include "open_indexes.h"
#include "storage/index_directory.h"

namespace nsearch {

namespace {

namespace fs = std::filesystem;
using searcher::AlertAnswers;
using searcher::AlertStore;
using searcher::KeptAlert;

// One list serves both ways, so that an alert asks what the request asked.
template <typename From, typename To>
void copy_query(const From& from, To& to) {
  to.query = from.query;
  to.plain = from.plain;
  to.script = from.script;
  to.implicit = from.implicit;
  to.operators = from.operators;
  to.languages = from.languages;
  to.time_zone = from.time_zone;
}
using searcher::OpenIndexes;
using searcher::Sequences;
using searcher::ToldShard;

constexpr std::size_t longest_name = 100;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void check_name(const std::string& name) {
  const bool good = !name.empty() && name.size() <= longest_name && is_letter_or_digit(name.front()) &&
                    std::all_of(name.begin(), name.end(), [](char c) {
                      return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.';
                    });
  if (good) return;
  throw Error(ErrorCode::usage, "“" + name + "” is no name of an alert",
              "take letters, digits and - _ . without accents, 100 at most, a letter or digit first");
}

void check_languages(const Alert& alert) {
  for (const std::string& language : alert.languages) {
    if (language == "und" || primary_language(language) != "und") continue;
    throw Error(ErrorCode::usage, "alert “" + alert.name + "”: “" + language + "” is no language code",
                "give a code such as fr, nl or en");
  }
}

std::int64_t seconds_now() {
  return static_cast<std::int64_t>(std::time(nullptr));
}

}  // namespace

class Alerts::Impl {
 public:
  Impl(std::vector<std::string> indexes, std::string folder)
      : folder_(folder.empty() && !indexes.empty() ? alerts_path(indexes.front()) : std::move(folder)),
        indexes_(std::move(indexes)) {}

  void set_wait(std::chrono::seconds wait) { wait_ = wait; }

  std::vector<Alert> list() const {
    AlertStore store(folder_);
    store.load();
    std::vector<Alert> alerts;
    for (KeptAlert& kept : store.alerts) alerts.push_back(std::move(kept.alert));
    return alerts;
  }

  std::vector<AddedAlert> add(const std::vector<Alert>& alerts, const AddAlertOptions& options) {
    const IndexLock lock = locked();
    AlertStore store = loaded();
    for (const Alert& alert : alerts) {
      check_name(alert.name);
      check_languages(alert);
      if (!options.replace && store.find(alert.name))
        throw Error(ErrorCode::usage, "there is an alert “" + alert.name + "” already",
                    "choose another name, or give --replace");
    }
    std::vector<AddedAlert> added;
    std::vector<ToldShard> now;
    indexes_.read(OpenIndexes::View::latest, [&] {
      added = alerts.size() == 1 || options.strict ? understood(alerts, options) : well_formed(alerts);
      now = searcher::shards_of(indexes_, folder_);
    });
    if (store.alerts.empty()) {
      store.shards = now;
    } else {
      searcher::check_same_shards(store.shards, now, indexes_.name());
    }
    searcher::settle_shards(now, store);
    bool any = false;
    for (std::size_t i = 0; i < alerts.size(); ++i) {
      if (added[i].diagnostic) continue;
      put(alerts[i], options, now, store);
      any = true;
    }
    if (any) store.save();
    return added;
  }

  bool remove(const std::string& name) {
    const IndexLock lock = locked();
    AlertStore store = loaded();
    KeptAlert* const known = store.find(name);
    if (!known) return false;
    store.alerts.erase(store.alerts.begin() + (known - store.alerts.data()));
    store.save();
    return true;
  }

  void reset(const std::vector<std::string>& names, bool from_start) {
    const IndexLock lock = locked();
    AlertStore store = loaded();
    const std::vector<KeptAlert*> chosen = choose(store, names);
    std::vector<ToldShard> now;
    indexes_.read(OpenIndexes::View::latest, [&] { now = searcher::shards_of(indexes_, folder_); });
    if (names.empty()) {
      store.shards = now;
    } else {
      searcher::check_same_shards(store.shards, now, indexes_.name());
    }
    searcher::settle_shards(now, store);
    for (KeptAlert* const kept : chosen) {
      kept->told = beginning(now, store.shards.size(), from_start);
      kept->begun.clear();
    }
    store.save();
  }

  AlertRunSummary run(AlertRun run, const std::function<bool(const AlertBatch&)>& tell) {
    const auto start = std::chrono::steady_clock::now();
    const IndexLock lock = locked();
    AlertStore store = loaded();
    run.now = run.now.value_or(seconds_now());
    const std::vector<KeptAlert*> chosen = choose(store, run.names);
    AlertRunSummary summary;
    summary.alerts = chosen.size();
    if (!chosen.empty()) {
      AlertAnswers answers = answer(store, chosen, run);
      summary.documents = answers.documents;
      searcher::Telling(store, run, tell).all(answers, summary);
    }
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return summary;
  }

 private:
  IndexLock locked() const {
    std::error_code problem;
    fs::create_directories(folder_, problem);
    if (problem)
      throw Error(ErrorCode::io, folder_.string() + ": can't make the folder: " + problem.message());
    return {IndexDirectory(folder_), wait_};
  }

  AlertStore loaded() const {
    AlertStore store(folder_);
    store.load();
    return store;
  }

  static std::vector<KeptAlert*> choose(AlertStore& store, const std::vector<std::string>& names) {
    std::vector<KeptAlert*> chosen;
    for (KeptAlert& kept : store.alerts) {
      const bool wanted =
          names.empty() || std::find(names.begin(), names.end(), kept.alert.name) != names.end();
      if (wanted) chosen.push_back(&kept);
    }
    for (const std::string& name : names) {
      if (!store.find(name))
        throw Error(ErrorCode::usage, "there is no alert “" + name + "”", "see nsearch alert list");
    }
    return chosen;
  }

  std::vector<AddedAlert> understood(const std::vector<Alert>& alerts, const AddAlertOptions& options) {
    std::vector<AddedAlert> added;
    for (const Alert& alert : alerts) {
      SearchRequest request = to_request(alert);
      request.strict = options.strict;
      SearchResults results;
      searcher::understand(indexes_, request, results);
      added.push_back({std::move(results.diagnostic), std::move(results.hints)});
    }
    return added;
  }

  /// The same without what only the whole index's words say; their analysis is kept for the runs to come.
  std::vector<AddedAlert> well_formed(const std::vector<Alert>& alerts) {
    searcher::KeptAnalysis analysis(folder_);
    searcher::Evaluation evaluation(indexes_, {}, analysis.memo(indexes_));
    std::vector<AddedAlert> added;
    for (const Alert& alert : alerts) added.push_back({evaluation.find(to_request(alert)).diagnostic, {}});
    analysis.keep(false);
    return added;
  }

  static Sequences beginning(const std::vector<ToldShard>& now, std::size_t shards, bool from_start) {
    Sequences told(shards, 0);
    for (std::size_t i = 0; i < now.size() && !from_start; ++i) told[i] = now[i].sequence;
    return told;
  }

  static void put(const Alert& alert, const AddAlertOptions& options, const std::vector<ToldShard>& now,
                  AlertStore& store) {
    KeptAlert kept{alert, beginning(now, store.shards.size(), options.from_start), {}};
    kept.alert.added = format_date({seconds_now(), true});
    if (KeptAlert* const known = store.find(alert.name)) {
      if (!options.from_start) kept.told = known->told;
      *known = std::move(kept);
      return;
    }
    const auto at = std::upper_bound(
        store.alerts.begin(), store.alerts.end(), alert.name,
        [](const std::string& name, const KeptAlert& other) { return name < other.alert.name; });
    store.alerts.insert(at, std::move(kept));
  }

  AlertAnswers answer(AlertStore& store, const std::vector<KeptAlert*>& chosen, const AlertRun& run) {
    searcher::KeptAnalysis analysis(folder_);
    AlertAnswers answers = indexes_.read(OpenIndexes::View::latest, [&] {
      const std::vector<ToldShard> now = searcher::shards_of(indexes_, folder_);
      searcher::check_same_shards(store.shards, now, indexes_.name());
      searcher::settle_shards(now, store);
      return searcher::find_new(indexes_, chosen, run, analysis.memo(indexes_));
    });
    if (run.names.empty() && answers.all_in_memory) analysis.keep(true);
    return answers;
  }

  fs::path folder_;
  OpenIndexes indexes_;
  std::chrono::seconds wait_{0};
};

Alerts::Alerts(std::vector<std::string> indexes, std::string folder)
    : impl_(std::make_unique<Impl>(std::move(indexes), std::move(folder))) {}
Alerts::Alerts(Alerts&&) noexcept = default;
Alerts& Alerts::operator=(Alerts&&) noexcept = default;
Alerts::~Alerts() = default;

void Alerts::set_wait(std::chrono::seconds wait) {
  impl_->set_wait(wait);
}

std::vector<Alert> Alerts::list() const {
  return impl_->list();
}

AddedAlert Alerts::add(const Alert& alert, const AddAlertOptions& options) {
  return std::move(impl_->add({alert}, options).front());
}

std::vector<AddedAlert> Alerts::add(const std::vector<Alert>& alerts, const AddAlertOptions& options) {
  return impl_->add(alerts, options);
}

bool Alerts::remove(const std::string& name) {
  return impl_->remove(name);
}

void Alerts::reset(const std::vector<std::string>& names, bool from_start) {
  impl_->reset(names, from_start);
}

AlertRunSummary Alerts::run(const AlertRun& run, const std::function<bool(const AlertBatch&)>& tell) {
  return impl_->run(run, tell);
}

SearchRequest to_request(const Alert& alert) {
  SearchRequest request;
  copy_query(alert, request);
  return request;
}

Alert to_alert(const SearchRequest& request) {
  Alert alert;
  copy_query(request, alert);
  return alert;
}

std::string alerts_path(const std::string& index) {
  return (fs::path(index) / "alerts").string();
}

}  // namespace nsearch
