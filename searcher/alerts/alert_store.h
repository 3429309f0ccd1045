// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "alerts/new_documents.h"
#include "nsearch/alerts.h"

namespace nsearch::searcher {

/// A shard of the index, and up to where it was told.
struct ToldShard {
  std::string path;     ///< of its index's folder, seen from the alerts' folder
  std::string created;  ///< when that index was made: another one has another time
  std::int64_t sequence = 0;
};

struct KeptAlert {
  Alert alert;
  std::optional<Sequences> told;  ///< where it is not told up to where the others are
};

/// All that is kept of saved searches.
///
/// The file `alerts.json` is one JSON object, an alert a line:
///
///     version    1
///     journal    the number of its journal
///     shards     path, created, sequence: all documents up to this modification sequence were told
///     alerts     name, query, added, and what differs from the usual of: plain, script, op, operators, lang,
///                timezone, told (a sequence for each shard, where the alert's own differ)
///
/// The journal `alerts.journal-N` has a line for each alert that was told since: {"alert":"chips","told":[168]}. A line that
/// is cut off was not told; a journal of another number means nothing.
class AlertStore {
 public:
  explicit AlertStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::vector<ToldShard> shards;
  std::vector<KeptAlert> alerts;  ///< by name

  const std::filesystem::path& folder() const { return folder_; }

  /// Nothing where there is no file. Throws Error: io, corrupt, format_version.
  void load();
  /// Whether there is a journal whose notes load() took in.
  bool has_journal() const { return std::filesystem::exists(journal()); }
  /// In one step, synced; the journal is empty then. Throws Error(io).
  void save();
  /// Notes in the journal that an alert was told; it is on the disk then. Throws Error(io).
  void note(const KeptAlert& alert);

  KeptAlert* find(const std::string& name);

 private:
  std::filesystem::path file() const { return folder_ / "alerts.json"; }
  std::filesystem::path journal() const;
  void read_journal();
  void remove_journals() const;

  std::filesystem::path folder_;
  std::uint64_t journal_ = 0;
};

}  // namespace nsearch::searcher
