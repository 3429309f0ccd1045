// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/shards.h"

#include <algorithm>

namespace nsearch::glass {

std::unique_ptr<Shards> Shards::open(const std::vector<Place>& places) {
  std::unique_ptr<Shards> all(new Shards);
  for (const auto& [folder, revision] : places) {
    std::unique_ptr<Database> shard = Database::open(folder, revision);
    if (!shard) return nullptr;
    all->documents_ += shard->documents();
    all->total_length_ += shard->total_length();
    all->shards_.push_back(std::move(shard));
  }
  if (all->shards_.size() > 1) {
    for (const auto& shard : all->shards_) shard->set_whole(all.get());
  }
  return all;
}

std::uint32_t Shards::frequency(std::string_view term) const {
  if (shards_.size() == 1) return shards_.front()->frequency(term);
  if (frequencies_.size() >= most_known) frequencies_.clear();
  const auto [at, added] = frequencies_.try_emplace(std::string(term), 0);
  if (added) {
    std::uint32_t sum = 0;
    for (const auto& shard : shards_) sum += shard->frequency(term);
    at->second = sum;
  }
  return at->second;
}

bool Shards::has_prefix(std::string_view prefix) const {
  return std::any_of(shards_.begin(), shards_.end(),
                     [&](const auto& shard) { return shard->has_prefix(prefix); });
}

bool Shards::data(std::uint32_t number, std::string& data) const {
  return shards_[(number - 1) % shards_.size()]->data(
      (number - 1) / static_cast<std::uint32_t>(shards_.size()) + 1, data);
}

double Database::average_length() const {
  if (whole_ != nullptr) return whole_->average_length();
  return documents_ == 0 ? 0 : static_cast<double>(total_length_) / documents_;
}

std::uint32_t Database::documents_in_whole() const {
  return whole_ != nullptr ? whole_->documents() : documents_;
}

std::uint32_t Database::frequency_in_whole(std::string_view term, std::uint32_t here) const {
  return whole_ != nullptr ? whole_->frequency(term) : here;
}

}  // namespace nsearch::glass
