// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "builder/choose_builder.h"
#include "builder/merge/merge_generations.h"

namespace nsearch::indexer {

using merge::MergeOptions;
using merge::MergeSource;

/// Merges generations into one in folder `target`, which exists and is empty: merge::merge_generations(), or, where `check` finds
/// that the installed Xapian writes another format, Xapian's own compaction and deletion, several times as slowly.
/// Which documents are to be replaced or removed later is none of the result's metadata. Gives the number of documents. Throws Error (io,
/// corrupt), and what MergeOptions::on_progress throws.
std::uint64_t write_merged(const std::vector<MergeSource>& sources, const std::filesystem::path& target,
                           std::map<std::string, std::string> metadata, const MergeOptions& options,
                           const BuilderCheck& check = check_once);

}  // namespace nsearch::indexer
