// SPDX-License-Identifier: GPL-2.0-or-later
#include "open_indexes.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <thread>

#include "storage/index_directory.h"
#include "storage/index_schema.h"
#include "storage/tombstones.h"

namespace nsearch::searcher {

namespace {

namespace fs = std::filesystem;

constexpr unsigned most_attempts = 20;
constexpr int deepest_nesting = 4;

/// The names of the facets in a database, from their terms: terms are there on every kind of shard, metadata
/// is not.
std::vector<std::string> facets_of(const Xapian::Database& database) {
  const std::string prefix(schema::prefix::facet);
  std::vector<std::string> names;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);) {
    const std::string text = *term;
    const std::size_t colon = text.find(':', prefix.size());
    if (colon == std::string::npos) {
      ++term;
      continue;
    }
    names.push_back(text.substr(prefix.size(), colon - prefix.size()));
    term.skip_to(text.substr(0, colon) + static_cast<char>(':' + 1));
  }
  return names;
}

}  // namespace

bool OpenIndexes::Stamp::operator==(const Stamp& other) const {
  return device == other.device && inode == other.inode && size == other.size &&
         changed.tv_sec == other.changed.tv_sec && changed.tv_nsec == other.changed.tv_nsec;
}

OpenIndexes::OpenIndexes(std::vector<std::string> paths, Lost lost)
    : paths_(std::move(paths)), lost_policy_(lost) {
  if (paths_.empty()) throw Error(ErrorCode::usage, "no index was named");
  read(View::latest, [] {});
}

std::string OpenIndexes::name() const {
  std::string name = paths_.front();
  for (std::size_t i = 1; i < paths_.size(); ++i) name += ", " + paths_[i];
  return name;
}

std::shared_ptr<const Synonyms> OpenIndexes::synonyms() {
  std::vector<std::pair<std::string, Stamp>> files;
  std::vector<std::string> names;
  for (const std::string& path : paths_) {
    const std::string file = synonyms_path(path);
    const Stamp now = stamp(file);
    if (now == Stamp{}) continue;
    files.emplace_back(file, now);
    names.push_back(file);
  }
  if (files == synonym_files_) return synonyms_;
  synonyms_ = names.empty() ? nullptr : Synonyms::load(names);
  synonym_files_ = std::move(files);
  return synonyms_;
}

Dictionaries& OpenIndexes::dictionaries(const std::string& state) {
  const std::vector<std::string> states = state.empty() ? paths_ : std::vector<std::string>{state};
  std::vector<std::pair<std::string, Stamp>> files;
  for (const std::string& folder : states)
    for (const fs::path& file : dictionary_files(folder)) files.emplace_back(file.string(), stamp(file));
  if (!dictionaries_ || files != dictionary_files_) {
    dictionaries_ = std::make_unique<Dictionaries>(states);
    dictionary_files_ = std::move(files);
  }
  return *dictionaries_;
}

OpenIndexes::Stamp OpenIndexes::stamp(const fs::path& file) const {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino, status.st_size, status.st_ctim};
}

bool OpenIndexes::stubs_changed() const {
  return std::any_of(stubs_.begin(), stubs_.end(),
                     [this](const auto& known) { return !(stamp(known.first) == known.second); });
}

void OpenIndexes::find_stubs(const fs::path& index, int depth) {
  const IndexDirectory directory(index);
  stubs_.emplace_back(directory.stub(), stamp(directory.stub()));
  for (const std::string& name : directory.generations()) {
    const fs::path folder = directory.path() / name;
    std::error_code unknown;
    if (fs::exists(folder / "XAPIANDB", unknown) && depth < deepest_nesting) find_stubs(folder, depth + 1);
  }
}

void OpenIndexes::open() {
  stale_ = true;
  stubs_.clear();
  for (const std::string& path : paths_) find_stubs(path, 0);  // before they are read
  std::vector<OpenShard> shards;
  std::vector<LostShard> lost;
  for (const std::string& path : paths_) {
    OpenIndex index = open_shards(path, lost_policy_);
    std::move(index.shards.begin(), index.shards.end(), std::back_inserter(shards));
    std::move(index.lost.begin(), index.lost.end(), std::back_inserter(lost));
  }
  if (shards.empty())
    throw Error(ErrorCode::unavailable, name() + ": none of its shards can be read: " + lost.front().reason,
                "see that the servers run and can be reached");
  Xapian::Database all;
  for (const OpenShard& shard : shards) {
    check_same_protection(shards.front().database, shards.front().name, shard.database, shard.name);
    all.add_database(shard.database);
  }
  shards_ = std::move(shards);
  lost_shards_ = std::move(lost);
  opened_at_ = std::chrono::steady_clock::now();
  database_ = std::move(all);
  ++openings_;
  learn();
  stale_ = false;
}

bool OpenIndexes::has_remote() const {
  return std::any_of(shards_.begin(), shards_.end(),
                     [](const OpenShard& shard) { return shard.folder.empty(); });
}

void OpenIndexes::open_local() {
  local_.reset();
  if (has_remote()) return;
  std::vector<glass::Shards::Place> places;
  for (const OpenShard& shard : shards_) places.emplace_back(shard.folder, shard.database.get_revision());
  local_ = glass::Shards::open(places);
}

void OpenIndexes::learn() {
  open_local();
  any_dead_ = storage::dead_documents(*database_) > 0;
  facets_.reset();
  std::vector<std::string> languages = languages_of(*database_);
  ProtectedWords protected_words = protected_words_of(*database_);
  if (planner_ && languages == languages_ && protected_words == protected_words_)
    return planner_->index_changed();
  languages_ = std::move(languages);
  protected_words_ = std::move(protected_words);
  planner_.emplace(languages_, protected_words_);
}

/// Whether a shard may have been committed to since this was asked last. A commit replaces a file of each local shard; others
/// have none.
bool OpenIndexes::revision_changed() {
  bool changed = revisions_.size() != shards_.size();
  revisions_.resize(shards_.size());
  for (std::size_t i = 0; i < shards_.size(); ++i) {
    if (shards_[i].folder.empty()) {
      changed = true;  // only its server knows
      continue;
    }
    const fs::path file = shards_[i].folder / "iamglass";
    const Stamp now = stamp(file);
    changed = changed || revisions_[i].first != file || !(revisions_[i].second == now) || now == Stamp{};
    revisions_[i] = {file, now};
  }
  return changed;
}

void OpenIndexes::follow(View view) {
  if (stale_) return open();
  if (view == View::held) return;
  if (stubs_changed()) return open();
  const auto now = std::chrono::steady_clock::now();
  if (!lost_shards_.empty() && now - opened_at_ > before_looking_again) return open();
  // A server goes on with the generation that it had when a connection began.
  if (has_remote() && now - opened_at_ > longest_connection) return open();
  if (!revision_changed()) return;
  stale_ = true;  // until it is certain that reopening went well
  if (reopen()) {
    // Files are removed only after the stub has changed, and Xapian takes a missing table for an empty one.
    if (stubs_changed()) return open();
    learn();
  }
  stale_ = false;
}

/// Whether anything has changed. Waits for a commit to two generations to be whole.
bool OpenIndexes::reopen() {
  if (!database_->reopen()) return false;
  for (unsigned attempt = 0; !are_whole(shards_) && attempt < most_attempts; ++attempt) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1 + attempt / 2));
    database_->reopen();
  }
  return true;
}

Xapian::Query OpenIndexes::living(const Xapian::Query& query) const {
  return any_dead_ && !query.empty() ? storage::without_dead(query) : query;
}

const std::vector<std::string>& OpenIndexes::facets() {
  if (!facets_) facets_ = facets_of(*database_);
  return *facets_;
}

void OpenIndexes::before_retry(unsigned attempt, const std::string& reason) {
  if (attempt == most_attempts) {
    throw Error(ErrorCode::unavailable, name() + ": it changed faster than it could be read (" + reason + ")",
                "try again, or commit less often");
  }
  stale_ = true;
  std::this_thread::sleep_for(std::chrono::milliseconds(attempt));
}

}  // namespace nsearch::searcher
