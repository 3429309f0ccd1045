// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/additions.h"

#include <xapian.h>
#include <xxhash.h>

#include <filesystem>
#include <system_error>
#include <vector>

#include "builder/choose_builder.h"
#include "builder/write_merged.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/tombstones.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

fs::path make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directory(folder, error);
  if (error) throw Error(ErrorCode::io, folder.string() + ": can't make the folder: " + error.message());
  return folder;
}

void remove_folder(const fs::path& folder) {
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

}  // namespace

/// Documents, by where they lie, in place of which others were added.
struct Additions::Replaced {
  DocumentSet in_main, in_recent, in_added;
  std::map<std::string, std::uint64_t> languages;  // of those in_added
};

std::uint64_t Additions::merged_bytes(const LiveIndex& index) {
  const IndexDirectory::InForce in_force = index.directory().in_force();
  std::uint64_t merged = 0;
  if (in_force.recent) merged += IndexDirectory::bytes_in(*in_force.recent);
  if (!index.changes_apart()) merged += IndexDirectory::bytes_in(in_force.main);
  return merged;
}

Additions::Additions(LiveIndex& index, const WriterOptions& options, const MemoryPlan& plan,
                     const std::function<void(const std::string&)>& say)
    : index_(index),
      scratch_(index.directory()),
      builder_(choose_builder({options.builder, make_folder(scratch_.folder() / "added"), plan}, say)),
      part_(builder_->part_builder()),
      part_limits_(builder_->limits()),
      merge_{plan.threads, plan.merging, {}},
      added_(scratch_.folder() / "ids"),
      replaced_(scratch_.folder() / "replaced") {
  metadata_.protected_words = index.protected_words();
}

LiveIndex::Put Additions::put(const DocumentPostings& document, std::int64_t sequence) {
  LiveIndex::Put put;
  const std::string& id = document.id_term;
  const std::uint64_t digest = XXH3_64bits(id.data(), id.size());
  const unsigned before = added_.mark(digest);
  if (before != IdTable::none) {
    put.updated = true;
  } else if (auto language = index_.language_of(id)) {
    put = {true, std::move(*language)};
  }
  if (put.updated && before != Mark::again) replaced_.write_sized(id);
  if (before != Mark::again) added_.set(digest, put.updated ? Mark::again : Mark::once);
  if (part_documents_ == 0) part_->begin(part_number_++, static_cast<std::uint32_t>(documents_ + 1));
  part_->append(document);
  metadata_.add(document);
  metadata_.sequence = sequence;
  ++documents_;
  ++part_documents_;
  part_bytes_ += document.bytes;
  if (part_documents_ >= part_limits_.documents || part_bytes_ >= part_limits_.bytes) end_part();
  return put;
}

void Additions::end_part() {
  if (part_documents_ == 0) return;
  builder_->take(part_->finish());
  part_documents_ = part_bytes_ = 0;
}

std::map<std::string, std::uint64_t> Additions::finish() {
  index_.commit();
  if (documents_ == 0) return {};
  end_part();
  builder_->finish({});
  const fs::path added = scratch_.folder() / "added";
  Replaced replaced = find_replaced(added);
  merge(added, replaced);
  return std::move(replaced.languages);
}

/// Of documents with one id the last one stays.
Additions::Replaced Additions::find_replaced(const fs::path& added) {
  Replaced replaced;
  translating_errors(added.string(), [&] {
    const Xapian::Database database(added.string());
    for (glass::SpoolReader ids(replaced_); !ids.at_end();) {
      const std::string term(ids.take_sized());
      if (const Xapian::docid main = index_.in_main(term)) replaced.in_main.insert(main);
      if (const Xapian::docid recent = index_.in_recent(term)) replaced.in_recent.insert(recent);
      std::vector<Xapian::docid> documents(database.postlist_begin(term), database.postlist_end(term));
      documents.pop_back();
      for (const Xapian::docid document : documents) {
        ++replaced.languages[database.get_document(document).get_value(schema::slot_language)];
        replaced.in_added.insert(document);
      }
    }
  });
  return replaced;
}

void Additions::merge(const fs::path& added, const Replaced& replaced) {
  const IndexDirectory::InForce in_force = index_.directory().in_force();
  std::uint64_t recent = IndexDirectory::bytes_in(added);
  if (in_force.recent) recent += IndexDirectory::bytes_in(*in_force.recent);
  const bool small = recent * LiveIndex::main_to_recent <= IndexDirectory::bytes_in(in_force.main);
  index_.changes_apart() && small ? merge_with_recent(added, replaced) : merge_with_all(added, replaced);
}

void Additions::merge_with_recent(const fs::path& added, const Replaced& replaced) {
  const IndexDirectory::InForce in_force = index_.directory().in_force();
  std::vector<MergeSource> sources;
  if (in_force.recent) sources.push_back({*in_force.recent, replaced.in_recent});
  sources.push_back({added, replaced.in_added});
  metadata_.created = index_.created();
  auto metadata = metadata_entries(metadata_);
  std::vector<Xapian::docid> dead;
  replaced.in_main.for_each([&](Xapian::docid document) { dead.push_back(document); });
  metadata[std::string(schema::metadata_key::tombstones)] = storage::tombstones_text(dead);
  write_merged(sources, scratch_.folder(), metadata, merge_);
  remove_folder(added);
  index_.replace({in_force.main, scratch_.folder()});
}

void Additions::merge_with_all(const fs::path& added, const Replaced& replaced) {
  const IndexDirectory::InForce in_force = index_.directory().in_force();
  std::vector<MergeSource> sources{{in_force.main, replaced.in_main}};
  if (in_force.recent) sources.push_back({*in_force.recent, replaced.in_recent});
  sources.push_back({added, replaced.in_added});
  metadata_.created = index_.created();
  write_merged(sources, scratch_.folder(), metadata_entries(metadata_), merge_);
  remove_folder(added);
  index_.replace({scratch_.folder(), {}});
}

}  // namespace nsearch::indexer
