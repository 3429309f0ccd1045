// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "pipeline/input_list.h"

namespace nsearch::indexer {

/// From which files documents may be deleted because they did not come again: those that a run was given and
/// read to their end, and those that are no longer there. In doubt none.
class MirrorScope {
 public:
  using Tell = std::function<void(const std::string& path, const std::string& what)>;

  /// `paths` as given to the run, `inputs` what they named, `unreadable` the inputs not read to their end.
  /// `tell` hears what is left alone, and why.
  MirrorScope(const std::vector<std::string>& paths, const InputList& inputs,
              std::set<std::string> unreadable, Tell tell);

  /// Whether documents that came from this path, and did not come again, may go. Asks the file system of
  /// paths that were no input.
  bool covers(const std::string& origin) const;

 private:
  void add_folder(const std::string& prefix);
  std::string file_of(const std::string& origin) const;

  std::set<std::string> files_;     // given
  std::set<std::string> prefixes_;  // of the folders given, each with its slash
  std::set<std::string> read_;      // inputs
  std::set<std::string> spared_;    // unreadable files and folders
  Tell tell_;
};

}  // namespace nsearch::indexer
