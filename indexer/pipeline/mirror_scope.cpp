// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/mirror_scope.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "reader/container/unpack.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

/// Whether `path` is that file, in that folder, or a member of that archive.
bool is_within(const std::string& path, const std::string& container) {
  if (!path.starts_with(container)) return false;
  const std::string_view rest = std::string_view(path).substr(container.size());
  return rest.empty() || container.ends_with('/') || rest.starts_with('/') || rest.starts_with(member_mark);
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

/// The file that it is, or is a member of: a path's mark may also be part of a name.
std::string MirrorScope::file_of(const std::string& origin) const {
  for (std::size_t at = 0; (at = origin.find(member_mark, at)) != origin.npos; ++at) {
    std::string file = origin.substr(0, at);
    if (read_.contains(file) || files_.contains(file)) return file;
  }
  return origin;
}

bool MirrorScope::covers(const std::string& origin) const {
  const std::string file = file_of(origin);
  const bool given =
      files_.contains(file) || std::any_of(prefixes_.begin(), prefixes_.end(),
                                           [&](const auto& prefix) { return origin.starts_with(prefix); });
  if (!given) return false;
  if (std::any_of(spared_.begin(), spared_.end(), [&](const auto& path) { return is_within(origin, path); }))
    return false;
  if (read_.contains(file)) return true;
  // No input any more: surely gone only if the system says so.
  std::error_code unknown;
  return fs::symlink_status(file, unknown).type() == fs::file_type::not_found;
}

}  // namespace nsearch::indexer
