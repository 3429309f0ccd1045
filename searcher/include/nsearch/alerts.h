// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "nsearch/document.h"
#include "nsearch/export.h"
#include "nsearch/searcher.h"

/// Saved searches
/// ==============
///
/// Searches that are kept, and that tell of each document once: when it has come, or has changed.
///
///     nsearch::Alerts alerts({"news.idx"});
///     nsearch::Alert alert;
///     alert.name = "chips";
///     alert.query = "distillation AND Nvidia";
///     if (auto wrong = alerts.add(alert).diagnostic) std::cerr << wrong->render(alert.query);
///     ...                                            // documents are indexed
///     alerts.run({}, [](const nsearch::AlertBatch& batch) {
///       for (const nsearch::AlertMatch& match : batch.matches)
///         std::cout << batch.alert.name << ": " << match.document->title << '\n';
///       return true;                                 // told: don't tell again
///     });
///
/// A document is new to an alert when its modification sequence is above that up to which the alert was told. Indexing gives each
/// document that is added, and each that comes again with other content, the next number; what comes again unchanged, and
/// a reindexing, give none. So a document whose content has changed is told again, if it matches then.
///
/// Nothing is missed, and nothing is told twice, but for one batch a kill: that which was taken and could not be noted any more. It comes
/// again by the same AlertBatch::id, by which whoever acts on batches knows it.
///
/// What is kept lies in a folder, `alerts` in the first index's unless another is named: `alerts.json`, replaced in one
/// step and synced, and while a run goes on a journal beside it. One process at a time changes it.
namespace nsearch {

/// A saved search.
struct Alert {
  std::string
      name;  ///< letters, digits and - _ . of ASCII, 100 characters at most; begins with a letter or digit
  std::string query;
  bool plain = false;  ///< these and the following as in SearchRequest
  bool script = false;
  ImplicitOperator implicit = ImplicitOperator::and_;
  std::vector<std::string> operators;
  std::vector<std::string> languages;
  std::string time_zone;
  std::string added;  ///< ISO 8601, UTC; set by Alerts::add()
};

/// The request by which an alert searches.
NSEARCH_EXPORT SearchRequest to_request(const Alert& alert);

/// An alert, still without a name, that searches by the words and the reading of a request; how its results are cut and shown is left out.
NSEARCH_EXPORT Alert to_alert(const SearchRequest& request);

struct AddAlertOptions {
  bool from_start = false;  ///< tell of the documents that are there already, too
  bool replace = false;     ///< in place of the one of this name, told up to where that was
  bool strict = false;      ///< a hint is an error
};

struct AddedAlert {
  std::optional<QueryDiagnostic> diagnostic;  ///< set: the query is malformed, and nothing was added
  std::vector<QueryDiagnostic> hints;
};

struct AlertMatch {
  std::int64_t sequence = 0;                       ///< the document's modification sequence, in its shard
  std::string shard;                               ///< which one, where there are several
  std::shared_ptr<const StoredDocument> document;  ///< without its body
};

/// What is new for one alert; never empty.
struct AlertBatch {
  const Alert& alert;
  /// `NAME:NUMBER`, which no other batch ever has: an alert's later batches have higher numbers. A batch that comes again (it
  /// was not taken, or the run was cut off before that could be noted) has the same, and the same documents but for those that have
  /// changed or gone since; what has come since is a batch of its own.
  std::string id;
  std::vector<AlertMatch> matches;  ///< in the order of their sequences
};

struct AlertRun {
  std::vector<std::string> names;  ///< only these; empty: all
  /// Whether each batch's note outlasts a power cut, too, for an fsync a batch. Else all that a run told comes again
  /// (by the same ids) if the power fails before its end; a process that is killed makes no difference.
  bool sync_each = false;
  /// Syncs what was told, and throws where it can't; then all of the run comes again. Called once, before the notes are synced.
  std::function<void()> sync_output;
  std::optional<std::int64_t> now;  ///< what "today" is in queries; nothing: the system's clock
  bool plain_way = false;  ///< each query searches the whole index: slow, and the same; to compare with
  std::function<bool()> cancelled;  ///< asked between batches; what was not told comes next time
};

/// An alert that could not be told.
struct AlertTrouble {
  std::string name;
  std::optional<QueryDiagnostic>
      diagnostic;  ///< set: its query has become malformed (a facet that is gone); else it was not taken
};

struct AlertRunSummary {
  std::uint64_t documents = 0;  ///< new to any of the alerts
  std::uint64_t alerts = 0;     ///< that were looked at
  std::uint64_t told = 0;       ///< batches that were taken
  std::uint64_t matches = 0;    ///< in these
  bool cancelled = false;
  std::vector<AlertTrouble> troubles;  ///< these stay where they were
  double seconds = 0;
};

/// The saved searches of an index, or of several that are searched as one. Not thread-safe.
class NSEARCH_EXPORT Alerts {
 public:
  /// `folder`: where they are kept; empty: alerts_path() of the first index. Throws Error: usage, no_index, corrupt, io, ...
  explicit Alerts(std::vector<std::string> indexes, std::string folder = {});
  Alerts(Alerts&&) noexcept;
  Alerts& operator=(Alerts&&) noexcept;
  ~Alerts();

  /// How long to wait for another process that has the lock; at first not at all.
  void set_wait(std::chrono::seconds wait);

  /// All, by name. Takes no lock. Throws Error: corrupt, format_version, io.
  std::vector<Alert> list() const;

  /// Adds one whose query the index understands. Throws Error: usage (its name is none, or is taken), locked, io.
  AddedAlert add(const Alert& alert, const AddAlertOptions& options = {});

  /// The same of many, with one write: those whose query is malformed are left out. Hints are given where they are asked for to
  /// be errors only: finding them takes as long as searching. Throws before anything is added.
  std::vector<AddedAlert> add(const std::vector<Alert>& alerts, const AddAlertOptions& options = {});

  /// Removes one; false if there is none of that name. Throws Error: locked, io.
  bool remove(const std::string& name);

  /// Takes the index as it is now for told, or from_start: nothing of it. `names` empty: all. For an index that was made anew. Throws
  /// Error: usage (an unknown name), locked, io.
  void reset(const std::vector<std::string>& names, bool from_start);

  /// Finds what is new and hands it out, alert by alert, in the order of their names. A batch is noted as told as soon as `tell`
  /// has returned true. One that it returns false for, or that was handed out and not noted (a kill, an exception), comes again by the
  /// same id, and before what is newer: at least once, and once for who looks at the id. Throws Error: usage, locked, io,
  /// unavailable (the index is another than the one that was told of), and what `tell` throws.
  ///
  /// Queries are answered for the new documents only, in memory; what that takes for 10,000 queries docs/operations.md tells.
  AlertRunSummary run(const AlertRun& run, const std::function<bool(const AlertBatch&)>& tell);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Writes alerts down, as JSON or for people ("json", "text").
NSEARCH_EXPORT void present_alerts(const std::vector<Alert>& alerts, const std::string& format,
                                   std::ostream& out);

/// Where an index's alerts are kept unless another folder is named: INDEX/alerts.
NSEARCH_EXPORT std::string alerts_path(const std::string& index);

/// Matches as lines of JSON with their line feeds, as `nsearch alert run` prints them (docs/json.md). Remembers what it has written of each
/// document: a run's batches are of the same few. Not thread-safe.
class NSEARCH_EXPORT AlertLines {
 public:
  AlertLines();
  AlertLines(AlertLines&&) noexcept;
  AlertLines& operator=(AlertLines&&) noexcept;
  ~AlertLines();
  std::string lines(const AlertBatch& batch);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace nsearch
