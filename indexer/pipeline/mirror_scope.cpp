// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/mirror_scope.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

bool is_within(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder.ends_with('/') ? folder : folder + '/');
}

}  // namespace

MirrorScope::MirrorScope(const std::vector<std::string>& paths, const InputList& inputs,
                         std::set<std::string> unreadable, Tell tell)
    : spared_(std::move(unreadable)), tell_(std::move(tell)) {
  for (const Input& input : inputs.inputs) (input.trouble.empty() ? read_ : spared_).insert(input.path);
  for (const std::string& path : spared_) tell_(path, "not read to its end: nothing from it is deleted");
  for (const std::string& path : paths) {
    std::error_code unknown;
    if (fs::is_directory(path, unknown)) {
      add_folder((fs::path(path) / "").string());
    } else {
      files_.insert(path);
    }
  }
}

/// A folder without any file is more often one that is not mounted than one that was emptied.
void MirrorScope::add_folder(const std::string& prefix) {
  const auto first = read_.lower_bound(prefix);
  if (first != read_.end() && first->starts_with(prefix)) {
    prefixes_.insert(prefix);
  } else {
    tell_(prefix, "holds no file: nothing from it is deleted");
  }
}

bool MirrorScope::covers(const std::string& origin) const {
  const bool given =
      files_.contains(origin) || std::any_of(prefixes_.begin(), prefixes_.end(),
                                             [&](const auto& prefix) { return origin.starts_with(prefix); });
  if (!given) return false;
  if (std::any_of(spared_.begin(), spared_.end(), [&](const auto& path) { return is_within(origin, path); }))
    return false;
  if (read_.contains(origin)) return true;
  // No input any more: surely gone only if the system says so.
  std::error_code unknown;
  return fs::symlink_status(origin, unknown).type() == fs::file_type::not_found;
}

}  // namespace nsearch::indexer
