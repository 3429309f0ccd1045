// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/api_generation.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <system_error>

#include "builder/api_builder.h"
#include "builder/merge_shards.h"
#include "nsearch/error.h"
#include "storage/open_database.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

// Xapian keeps pending postings in trees whose nodes miss the cache more often as they grow; but merging
// does not join the posting lists of shards, so small shards make a large index. Articles of 2.6 KB, one
// shard a thread: 200, 500, 1000, 4000 documents a shard take 1.75, 1.93, 2.18, 2.58 ms of processor time a
// document, and the posting lists of 4,000 documents 14.4, 11.6, 10.1, 8.1 MB.
constexpr std::uint64_t shard_documents = 500;
constexpr std::uint64_t smallest_shard = 256 << 10, largest_shard = 4 << 20;  // bytes of text
constexpr std::uint64_t memory_per_byte = 40;  // that a shard takes until it is written

struct Shard : BuiltPart {
  fs::path path;
};

class ShardBuilder : public PartBuilder {
 public:
  explicit ShardBuilder(const fs::path& folder) : folder_(folder) {}

  void begin(std::uint64_t number, std::uint32_t) override {
    shard_ = std::make_unique<Shard>();
    shard_->path = folder_ / std::to_string(number);
    builder_.emplace(shard_->path);
  }
  void append(const DocumentPostings& document) override { builder_->append(document); }
  std::unique_ptr<BuiltPart> finish() override {
    builder_->commit();
    builder_.reset();
    return std::move(shard_);
  }

 private:
  const fs::path folder_;
  std::unique_ptr<Shard> shard_;
  std::optional<ApiBuilder> builder_;
};

}  // namespace

ApiGeneration::ApiGeneration(const fs::path& folder, unsigned threads, std::uint64_t memory)
    : folder_(folder), shard_folder_(folder / "shards"), threads_(std::max(1u, threads)), memory_(memory) {
  std::error_code error;
  fs::create_directories(shard_folder_, error);
  if (error) {
    throw Error(ErrorCode::io, shard_folder_.string() + ": can't make the folder: " + error.message());
  }
}

PartLimits ApiGeneration::limits() const {
  return {shard_documents, std::clamp(memory_ / (memory_per_byte * threads_), smallest_shard, largest_shard)};
}

std::unique_ptr<PartBuilder> ApiGeneration::part_builder() {
  return std::make_unique<ShardBuilder>(shard_folder_);
}

void ApiGeneration::take(std::unique_ptr<BuiltPart> part) {
  shards_.push_back(static_cast<Shard&>(*part).path);
}

void ApiGeneration::finish(const std::map<std::string, std::string>& metadata) {
  merge_shards(shards_, folder_, threads_);
  std::error_code ignored;
  fs::remove_all(shard_folder_, ignored);
  const std::string path = folder_.string();
  translating_errors(path, [&] {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (const auto& [key, value] : metadata) database.set_metadata(key, value);
    database.commit();
  });
}

}  // namespace nsearch::indexer
