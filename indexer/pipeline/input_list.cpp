// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/input_list.h"

#include <algorithm>
#include <system_error>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

class Lister {
 public:
  Lister(const fs::path& excluded, Absent absent) : excluded_(excluded), absent_(absent) {}

  void add_named(const std::string& path);
  InputList take() {
    if (!size_known_) list_.total_bytes = 0;
    return std::move(list_);
  }

 private:
  void add_file(const fs::path& path);
  void add_folder(const fs::path& path);
  void add_entry(const fs::path& path);
  void add_trouble(const fs::path& path, const std::error_code& error) {
    list_.inputs.push_back({path.string(), error.message()});
  }
  bool is_open(const fs::path& folder) const;

  InputList list_;
  bool size_known_ = true;
  fs::path excluded_;
  Absent absent_;
  std::vector<fs::path> open_folders_;  // the one being listed and those above, to see a link that leads back
};

bool same(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return fs::equivalent(a, b, error);
}

void Lister::add_named(const std::string& path) {
  if (path == "-") {
    list_.inputs.push_back({path, {}});
    size_known_ = false;
    return;
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    if (absent_ == Absent::skip) return;
    throw Error(ErrorCode::usage, path + ": no such file or folder");
  }
  if (error) return add_trouble(path, error);
  if (fs::is_directory(status)) return add_folder(path);
  if (!fs::is_regular_file(status)) size_known_ = false;
  add_file(path);
}

void Lister::add_file(const fs::path& path) {
  std::error_code error;
  const auto bytes = fs::file_size(path, error);
  if (!error) list_.total_bytes += bytes;
  list_.inputs.push_back({path.string(), {}});
}

bool Lister::is_open(const fs::path& folder) const {
  return std::any_of(open_folders_.begin(), open_folders_.end(),
                     [&](const fs::path& open) { return same(open, folder); });
}

void Lister::add_folder(const fs::path& path) {
  if (same(path, excluded_) || is_open(path)) return;
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator i(path, error), end; !error && i != end; i.increment(error)) {
    if (!i->path().filename().string().starts_with('.')) entries.push_back(i->path());
  }
  if (error) return add_trouble(path, error);
  std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) {
    return a.filename().native() < b.filename().native();
  });
  open_folders_.push_back(path);
  for (const fs::path& entry : entries) add_entry(entry);
  open_folders_.pop_back();
}

void Lister::add_entry(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {  // a link to nothing
    return add_trouble(path, std::make_error_code(std::errc::no_such_file_or_directory));
  }
  if (error) return add_trouble(path, error);
  if (fs::is_directory(status)) return add_folder(path);
  if (fs::is_regular_file(status)) add_file(path);  // sockets, pipes and devices are no documents
}

}  // namespace

InputList list_inputs(const std::vector<std::string>& paths, const fs::path& excluded, Absent absent) {
  Lister lister(excluded, absent);
  for (const std::string& path : paths) lister.add_named(path);
  return lister.take();
}

}  // namespace nsearch::indexer
