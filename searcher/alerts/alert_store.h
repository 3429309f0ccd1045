// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "alerts/alert_journal.h"
#include "alerts/new_documents.h"
#include "nsearch/alerts.h"

namespace nsearch::searcher {

/// A shard of the index, and up to where it was told.
struct ToldShard {
  std::string path;     ///< of its index's folder, seen from the alerts' folder
  std::string created;  ///< when that index was made: another one has another time
  std::int64_t sequence = 0;
};

/// A batch that may have been told, wholly or in part: it was handed out, and not noted as told.
struct BegunBatch {
  std::int64_t number = 0;
  Sequences upto;  ///< the documents up to these are in it, but for those of earlier batches
};

struct KeptAlert {
  Alert alert;
  Sequences told;                 ///< up to where, in the order of AlertStore::shards
  std::vector<BegunBatch> begun;  ///< in the order of their numbers

  /// Where it was not begun before.
  void begin(const BegunBatch& batch);
  /// All its documents up to there are told, and no batch of these comes again.
  void take(const BegunBatch& batch);
};

/// All that is kept of saved searches.
///
/// The file `alerts.json` is one JSON object, an alert a line:
///
///     version    1
///     journal    the number of its journal
///     batch      the highest number of a batch
///     run        of the run that is under way, or was cut off: batch (its number), upto (a sequence for each shard), boot (id of
///                the machine's start), synced (whether each note is)
///     shards     path, created, sequence: all documents up to this modification sequence were told
///     alerts     name, query, added, and what differs from the usual of: plain, script, op, operators, lang,
///                timezone, told (a sequence for each shard, where the alert's own differ), begun (batch, upto)
///
/// A run notes in the journal `alerts.journal-N` which batches it tells. A journal of another number means nothing; one
/// that is called `alerts.journal-N.doubted` tells what may have been told.
class AlertStore {
 public:
  explicit AlertStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::vector<ToldShard> shards;
  std::vector<KeptAlert> alerts;  ///< by name

  const std::filesystem::path& folder() const { return folder_; }

  /// Nothing where there is no file. Throws Error: io, corrupt, format_version.
  void load();
  /// Whether load() found a run that had not come to its end; its notes are taken in.
  bool was_cut_off() const { return was_cut_off_; }
  /// In one step, synced; no run is under way then. Throws Error(io).
  void save();

  /// Begins a run whose batches reach up to `upto`, and saves: its number and these are on the disk before anything is
  /// told. `sync_each`: so is each note. The number is above all others, and above those of any copy that was put back, by
  /// the clock. Throws Error(io), as the following.
  BegunBatch begin_run(const Sequences& upto, bool sync_each);
  void note(const KeptAlert& alert, const BegunBatch& batch, bool told);
  /// What the run noted as told may not be where it should be: all of it comes again.
  void doubt();

  KeptAlert* find(const std::string& name);

 private:
  struct Run {
    BegunBatch batch;
    std::string boot;
    bool synced = false;
  };

  std::filesystem::path file() const { return folder_ / "alerts.json"; }
  std::filesystem::path journal() const;
  std::filesystem::path doubted_journal() const { return journal().string() + ".doubted"; }
  void take_in_journal(const Run& run);
  void take_in(const std::vector<JournalNote>& notes, const Run& run, bool trusted);
  void write(const Run* run);
  /// Up to where all are told that say nothing else.
  Sequences common() const;
  void remove_journals() const;

  std::filesystem::path folder_;
  std::uint64_t journal_number_ = 0;
  std::int64_t last_batch_ = 0;
  bool was_cut_off_ = false;
  bool sync_each_ = false;
  std::optional<AlertJournal> journal_;
};

}  // namespace nsearch::searcher
