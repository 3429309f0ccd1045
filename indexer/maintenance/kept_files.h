// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace nsearch::indexer {

/// What users keep in an index's folder beside its data: synonyms, saved searches and up to where these were told. Whole files,
/// small, by their paths below the folder.
using KeptFiles = std::vector<std::pair<std::filesystem::path, std::string>>;

/// Throws Error(io).
KeptFiles read_kept_files(const std::filesystem::path& index);

/// Puts them into another index's folder, each in one step. Throws Error(io).
void write_kept_files(const KeptFiles& files, const std::filesystem::path& index);

}  // namespace nsearch::indexer
