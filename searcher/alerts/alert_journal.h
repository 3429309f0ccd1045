// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "storage/file_sync.h"

namespace nsearch::searcher {

/// That a batch is being told, or was.
struct JournalNote {
  std::string alert;
  std::int64_t batch = 0;
  bool told = false;
};

/// What a run tells, noted as it goes: {"alert":"chips","batch":1741860000123,"told":false} before a batch is handed out, the same with
/// true when it was taken. A note takes one write, so whoever is killed loses none; a machine that stops may lose some.
class AlertJournal {
 public:
  /// Throws Error(io), as the others do.
  explicit AlertJournal(const std::filesystem::path& path) : file_(path) {}

  void add(const JournalNote& note) const;
  void sync() const { file_.sync(); }

 private:
  storage::AppendedFile file_;
};

/// The notes up to the first that is cut off or damaged; none where there is no such file. Throws Error(io).
std::vector<JournalNote> read_journal(const std::filesystem::path& path);

/// A file's bytes; nothing where there is no such file. Throws Error(io).
std::string content_of(const std::filesystem::path& path);

/// Of the machine's start: what was written before another one, and not synced, may be lost. Empty where the system has none.
std::string id_of_boot();

}  // namespace nsearch::searcher
