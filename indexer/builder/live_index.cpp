// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/live_index.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "builder/scratch_generation.h"
#include "builder/write_merged.h"
#include "nsearch/error.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/tombstones.h"

namespace nsearch::indexer {
namespace {

/// From how many bytes on changes are kept apart: below, tables are small and changed quickly.
constexpr std::uint64_t least_large = 32 << 20;

/// Of how many documents one at most is dead.
constexpr Xapian::doccount documents_to_dead = 4;

/// A replica is one database, and follows commits to it.
bool is_replicated() {
  const char* changesets = std::getenv("XAPIAN_MAX_CHANGESETS");
  return changesets != nullptr && std::string_view(changesets) != "0";
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw Error(ErrorCode::io, folder.string() + ": can't make the folder: " + error.message());
}

}  // namespace

LiveIndex::LiveIndex(const std::string& directory, const WriterOptions& options, Accepts accepts)
    : directory_(directory),
      name_(directory),
      changes_(options.changes),
      plan_(plan_memory(options)),
      accepts_(accepts) {
  make_folder(directory_.path());
  lock_.emplace(directory_, options.wait);
  if (!directory_.exists()) directory_.publish({make_generation({}), {}});
  directory_.remove_leftovers();
  open();
  if (options.protect) protect(*options.protect);
}

LiveIndex::~LiveIndex() {
  close();
}

std::filesystem::path LiveIndex::make_generation(const IndexMetadata& metadata) const {
  const std::filesystem::path generation = directory_.next();
  translating_errors(name_, [&] {
    Xapian::WritableDatabase database(generation.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    write_metadata(database, metadata);
    database.commit();
  });
  return generation;
}

void LiveIndex::start_anew() {
  replace({make_generation(metadata_of_next()), {}});
}

/// What the index says of itself, for its next generation.
IndexMetadata LiveIndex::metadata_of_next() {
  IndexMetadata metadata;
  metadata.created = created();
  metadata.sequence = sequence();
  metadata.protected_words = protected_words();
  return metadata;
}

void LiveIndex::start_recent() {
  IndexMetadata metadata = metadata_of_next();
  metadata.sequence = 0;  // its first commit says it: what has the number so far is not committed
  const std::filesystem::path recent = make_generation(metadata);
  directory_.publish({directory_.in_force().main, recent});
  translating_errors(name_, [&] { recent_.emplace(recent.string()); });
}

void LiveIndex::open() {
  const IndexDirectory::InForce in_force = directory_.in_force();
  buried_.clear();
  pending_ = 0;
  translating_errors(name_, [&] {
    main_.emplace(in_force.main.string());
    if (in_force.recent) recent_.emplace(in_force.recent->string());
    std::int64_t sequence = metadata_.sequence;
    for (OpenGeneration* generation : {&*main_, recent_ ? &*recent_ : nullptr}) {
      if (!generation) continue;
      const Xapian::Database& database = **generation;
      accepts_ == Accepts::compatible ? check_compatible(database, name_) : check_readable(database, name_);
      sequence = std::max(sequence, read_sequence(database));
    }
    metadata_ = {};
    metadata_.sequence = sequence;
    metadata_.protected_words = protected_words_of(**main_);
    complete_commit();
  });
  const bool large = IndexDirectory::bytes_in(in_force.main) >= least_large;
  apart_ = changes_.empty() ? large && !is_replicated() : changes_ == "apart";
  changed_ = false;
}

/// Of a writer that was killed between a commit's halves, or that put recent changes in force as a whole.
void LiveIndex::complete_commit() {
  if (!recent_) return;
  if (!storage::tombstones_set(**main_, **recent_)) {
    const std::string text = (*recent_)->get_metadata(std::string(schema::metadata_key::tombstones));
    for (const Xapian::docid document : storage::parse_tombstones(text)) {
      bury(document);
      if (pending_ >= plan_.pending) commit_buried();
    }
  }
  const bool named = share_names();
  if (!named && buried_.empty()) return;
  commit_buried();
}

void LiveIndex::commit_buried() {
  const CommitGate gate(directory_, CommitGate::Side::writer);
  main_->commit();
  buried_.clear();
  pending_ = 0;
}

/// A server of several databases gives the metadata of the first only, so that one must name all languages and facets.
bool LiveIndex::share_names() {
  bool any = false;
  for (const std::string_view prefix : {schema::metadata_key::analysis, schema::metadata_key::facet}) {
    const std::string first(prefix);
    const auto end = (*recent_)->metadata_keys_end(first);
    for (auto key = (*recent_)->metadata_keys_begin(first); key != end; ++key) {
      if (!(*main_)->get_metadata(*key).empty()) continue;
      (*main_)->set_metadata(*key, (*recent_)->get_metadata(*key));
      any = true;
    }
  }
  return any;
}

/// Terms depend on the protected words, so only an index without documents takes others.
void LiveIndex::protect(const ProtectedWords& words) {
  if (words == metadata_.protected_words) return;
  if (documents() != 0) {
    const auto count = [](const ProtectedWords& protected_words) {
      return protected_words.empty() ? "none" : std::to_string(protected_words.size());
    };
    throw Error(
        ErrorCode::analysis_changed,
        name_ + ": made with other protected words than these (" + count(metadata_.protected_words) +
            " there, " + count(words) + " here), and its terms depend on them",
        "leave --protect out to keep the index's own, or index the documents anew into another folder");
  }
  IndexMetadata metadata = metadata_of_next();
  metadata.protected_words = words;
  replace({make_generation(metadata), {}});
}

void LiveIndex::close() noexcept {
  recent_.reset();
  main_.reset();
}

void LiveIndex::commit() {
  if (!changed_) return;
  opened([&] { commit_both(); });
  metadata_.languages.clear();
  metadata_.facets.clear();
  buried_.clear();
  pending_ = 0;
  changed_ = false;
}

void LiveIndex::commit_both() {
  write_metadata(*newest(), metadata_);
  const bool both = recent_ && (share_names() || !buried_.empty());
  if (recent_ && !buried_.empty()) {
    std::sort(buried_.begin(), buried_.end());
    (*recent_)->set_metadata(std::string(schema::metadata_key::tombstones),
                             storage::tombstones_text(buried_));
  }
  const CommitGate gate(directory_, CommitGate::Side::writer);
  newest().commit();
  if (both) main_->commit();
}

bool LiveIndex::many_changes() {
  return opened([&] {
    const Xapian::Database& main = **main_;
    if (storage::dead_documents(main) > main.get_doccount() / documents_to_dead) return true;
    if (!recent_) return false;
    const IndexDirectory::InForce in_force = directory_.in_force();
    const std::uint64_t recent = IndexDirectory::bytes_in(*in_force.recent);
    return !apart_ || recent * main_to_recent > IndexDirectory::bytes_in(in_force.main);
  });
}

void LiveIndex::settle() {
  if (!many_changes()) return;
  const auto metadata = metadata_entries(metadata_of_next());
  std::vector<MergeSource> sources;
  for (const std::filesystem::path& folder : directory_.in_force().all()) sources.push_back({folder, {}});
  close();
  const ScratchGeneration scratch(directory_);
  MergeOptions merge;
  merge.threads = plan_.threads;
  merge.memory = plan_.merging;
  write_merged(sources, scratch.folder(), metadata, merge);
  replace({scratch.folder(), {}});
}

std::uint64_t LiveIndex::documents() {
  return opened([&] {
    const Xapian::doccount recent = recent_ ? (*recent_)->get_doccount() : 0;
    return std::uint64_t{storage::live_documents(**main_)} + recent;
  });
}

std::string LiveIndex::created() {
  return opened([&] { return (*main_)->get_metadata(std::string(schema::metadata_key::created)); });
}

void LiveIndex::replace(const IndexDirectory::InForce& generations) {
  close();
  directory_.publish(generations);
  directory_.remove_leftovers();
  accepts_ = Accepts::compatible;  // this build has made it
  open();
}

}  // namespace nsearch::indexer
