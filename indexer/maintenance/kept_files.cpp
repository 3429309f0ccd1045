// SPDX-License-Identifier: GPL-2.0-or-later
#include "maintenance/kept_files.h"

#include <system_error>

#include "maintenance/copy_file.h"
#include "nsearch/error.h"
#include "storage/file_sync.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* alerts_folder = "alerts";

bool is_state_of_alerts(const std::string& name) {
  return name == "alerts.json" || (name.rfind("alerts.journal-", 0) == 0 && name.find(".tmp") == name.npos);
}

}  // namespace

KeptFiles read_kept_files(const fs::path& index) {
  KeptFiles files;
  std::error_code ignored;
  const auto add = [&](const fs::path& name) {
    if (fs::is_regular_file(index / name, ignored)) files.emplace_back(name, read_file(index / name));
  };
  add("synonyms.txt");
  // A journal is one of the file that names it, so that file comes first: a later one has all of its notes.
  add(fs::path(alerts_folder) / "alerts.json");
  for (fs::directory_iterator at(index / alerts_folder, ignored), end; at != end; at.increment(ignored)) {
    const fs::path name = at->path().filename();
    if (name != "alerts.json" && is_state_of_alerts(name.string())) add(alerts_folder / name);
  }
  return files;
}

void write_kept_files(const KeptFiles& files, const fs::path& index) {
  for (const auto& [name, content] : files) {
    std::error_code problem;
    fs::create_directories((index / name).parent_path(), problem);
    if (problem) throw Error(ErrorCode::io, (index / name).string() + ": " + problem.message());
    storage::replace_file(index / name, content);
  }
}

}  // namespace nsearch::indexer
