// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/index_directory.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "nsearch/error.h"
#include "storage/file_sync.h"
#include "storage/stub.h"

namespace nsearch {
namespace {

namespace fs = std::filesystem;
using storage::StubEntry;

constexpr std::string_view generation_prefix = "gen-";
constexpr std::uint64_t highest_generation = 999'999'999'999'999;  // a larger number is no generation of ours

/// The number N of "gen-N"; 0 for any other name.
std::uint64_t generation_number(std::string_view name) {
  if (name.substr(0, generation_prefix.size()) != generation_prefix) {
    return 0;
  }
  name.remove_prefix(generation_prefix.size());
  std::uint64_t number = 0;
  const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool whole = problem == std::errc() && end == name.data() + name.size();
  return whole && number <= highest_generation ? number : 0;
}

[[noreturn]] void failed(const fs::path& path, const std::error_code& reason) {
  throw Error(ErrorCode::io, path.string() + ": " + reason.message());
}

std::vector<StubEntry> entries_of(const fs::path& index) {
  return storage::parse_stub(storage::read_stub(index), index.string());
}

std::vector<fs::path> children(const fs::path& folder, std::error_code& problem) {
  std::vector<fs::path> found;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    found.push_back(at->path());
  }
  return found;
}

/// Whether one of `names`, however spelt ("gen-3/", "./gen-3"), is `folder`; true where that can't be known.
bool names_any(const std::vector<std::string>& names, const fs::path& index, const fs::path& folder) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    std::error_code problem;
    return fs::equivalent(index / name, folder, problem) || problem;
  });
}

}  // namespace

IndexDirectory::IndexDirectory(fs::path directory) : path_(std::move(directory)) {
  // "news.idx/" and "news.idx" are one; a trailing slash would make the last component empty.
  if (!path_.has_filename() && path_.has_relative_path()) {
    path_ = path_.parent_path();
  }
}

bool IndexDirectory::exists() const {
  std::error_code problem;
  const fs::file_status status = fs::status(stub(), problem);
  if (status.type() == fs::file_type::none) {
    failed(stub(), problem);
  }
  return fs::exists(status);
}

std::vector<std::string> IndexDirectory::generations() const {
  std::vector<std::string> names;
  for (StubEntry& entry : entries_of(path_)) {
    if (entry.kind == StubEntry::Kind::local) {
      names.push_back(std::move(entry.where));
    }
  }
  return names;
}

IndexDirectory::InForce IndexDirectory::in_force() const {
  const std::vector<StubEntry> entries = entries_of(path_);
  if (!storage::is_one_shard(entries)) {
    throw Error(ErrorCode::usage,
                path_.string() + ": holds several shards or remote ones, and can only be read",
                "write to the index of one shard, on its own machine");
  }
  InForce in_force{path_ / entries.front().where, {}};
  if (entries.size() > 1) in_force.recent = path_ / entries.back().where;
  return in_force;
}

std::vector<fs::path> IndexDirectory::InForce::all() const {
  std::vector<fs::path> folders{main};
  if (recent) folders.push_back(*recent);
  return folders;
}

bool IndexDirectory::is_generation(const std::string& name) {
  return generation_number(name) != 0;
}

fs::path IndexDirectory::next() const {
  std::error_code problem;
  std::uint64_t highest = 0;
  for (const fs::path& child : children(path_, problem)) {
    highest = std::max(highest, generation_number(child.filename().string()));
  }
  if (problem && problem != std::errc::no_such_file_or_directory) {
    failed(path_, problem);
  }
  if (exists()) {
    for (const std::string& name : generations()) {
      highest = std::max(highest, generation_number(name));
    }
  }
  return path_ / (std::string(generation_prefix) + std::to_string(highest + 1));
}

void IndexDirectory::publish(const InForce& generations) const {
  std::string text;
  for (const fs::path& folder : generations.all()) {
    storage::sync_tree(folder);
    text += "glass " + folder.filename().string() + '\n';
  }
  storage::sync(path_);  // the generations' own entries, before a stub names them
  const CommitGate gate(*this, CommitGate::Side::writer);
  storage::replace_file(stub(), text);
}

void IndexDirectory::remove_leftovers() const noexcept {
  try {
    const std::vector<std::string> kept = generations();
    std::error_code ignored;
    for (const fs::path& child : children(path_, ignored)) {
      if (generation_number(child.filename().string()) != 0 && !names_any(kept, path_, child)) {
        // First the file that Xapian opens first: who comes later is told, and takes no half removed database
        // for whole.
        fs::remove(child / "iamglass", ignored);
        fs::remove_all(child, ignored);
      }
    }
    fs::remove(stub().string() + ".tmp", ignored);
  } catch (const std::exception&) {
    // What stays is removed another time; without a readable stub nobody knows what is in force.
  }
}

std::uint64_t IndexDirectory::bytes() const {
  std::uint64_t sum = 0;
  for (const std::string& name : generations()) {
    std::error_code problem;
    const IndexDirectory shard(path_ / name);
    sum += fs::exists(shard.stub(), problem) ? shard.bytes() : bytes_in(path_ / name);
  }
  return sum;
}

std::uint64_t IndexDirectory::bytes_in(const fs::path& folder) {
  std::uint64_t sum = 0;
  std::error_code problem;
  for (fs::recursive_directory_iterator at(folder, problem), end; !problem && at != end;
       at.increment(problem)) {
    std::error_code vanished;
    const std::uintmax_t size = at->is_regular_file(vanished) ? at->file_size(vanished) : 0;
    sum += vanished ? 0 : size;
  }
  if (problem) failed(folder, problem);
  return sum;
}

}  // namespace nsearch
