// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "builder/choose_builder.h"
#include "nsearch/maintenance.h"
#include "storage/index_directory.h"

namespace nsearch::indexer {

/// CompactOptions::cancelled has said so.
struct CompactionCancelled {};

/// Writes the generation in force of `index` anew as `target`, which is not there yet, without gaps and without documents
/// that are marked as gone. Where `check` finds that the installed Xapian writes another format than builder/glass, Xapian's
/// own compaction does it, several times as slowly. Gives the number of documents. Throws Error, CompactionCancelled.
std::uint64_t write_compacted(const IndexDirectory& index, const std::filesystem::path& target,
                              const CompactOptions& options, const BuilderCheck& check = check_once);

}  // namespace nsearch::indexer
