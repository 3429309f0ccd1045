// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "builder/document_set.h"
#include "builder/glass/version_file.h"

namespace nsearch::indexer::merge {

/// A local glass database that no one writes to meanwhile, in whatever state builders, updates and compaction have left it.
struct MergeSource {
  std::filesystem::path generation;
  DocumentSet dead;  ///< documents to leave out; those that it hasn't don't matter
};

struct MergeOptions {
  unsigned threads = 1;
  std::uint64_t memory =
      256u << 20;  ///< bytes of what is merged but not yet written; the least that is used is 8 MB
  /// Told how many bytes have been written to the target's tables, by one thread at a time; may throw, which ends the
  /// merge and is thrown on.
  std::function<void(std::uint64_t bytes)> on_progress;
};

/// Whether a database can be merged here: it consists of the files, in the version of their format, that builder/glass
/// writes. (Whether the installed Xapian reads these is for direct::self_check() to say.)
bool can_be_merged(const std::filesystem::path& generation);

/// Writes one glass database in folder `target`, which exists and holds none, out of several: their documents, in the order of the
/// sources, numbered without gaps from 1. Documents that have a tombstone and those that are named dead are
/// left out, with everything that only they had; statistics and bounds are those of the others. The result is what the
/// direct builder would write for these documents in this order, but for which tags are compressed and where values
/// are cut into chunks. Spellings and synonyms are not taken over.
///
/// User metadata: that of all sources, a later source's where keys are the same, and then `metadata`, where an empty
/// value takes its key out.
///
/// The sources' tables are read in the order of their keys where they lie. Takes 3 bits a document number (of the sources) and the memory of
/// the options; what is mapped of the sources' files comes on top and
/// can be taken back by the system at any time. The tables don't depend on the number of threads.
///
/// The files are whole at the end, but not synced. Gives the statistics of the new database. Throws Error: corrupt (names the
/// source), io. What was written of the target then is of no use.
glass::Statistics merge_generations(const std::vector<MergeSource>& sources,
                                    const std::filesystem::path& target,
                                    const std::map<std::string, std::string>& metadata,
                                    const MergeOptions& options);

}  // namespace nsearch::indexer::merge
