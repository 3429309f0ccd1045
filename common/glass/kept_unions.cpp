// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/kept_unions.h"

#include <xxhash.h>

#include <cstring>
#include <utility>

namespace nsearch::glass {

std::string KeptUnions::digest(const std::vector<std::string>& terms) {
  std::string all;
  for (const std::string& term : terms) {
    const std::size_t size = term.size();
    char raw[sizeof size];
    std::memcpy(raw, &size, sizeof size);
    all.append(raw, sizeof raw).append(term);
  }
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  char raw[sizeof hash];
  std::memcpy(raw, &hash, sizeof hash);
  return {raw, sizeof raw};
}

bool KeptUnions::worth_keeping(const std::string& digest, std::uint32_t last_document) {
  if (bytes_ + bytes(std::size_t{last_document} / 64 + 1) > most_bytes) return false;
  if (asked_once_.erase(digest) != 0) return true;
  if (asked_once_.size() >= most_noted) asked_once_.clear();
  asked_once_.insert(digest);
  return false;
}

const KeptUnions::Union& KeptUnions::keep(const std::string& digest, Union made) {
  bytes_ += bytes(made.set.size());
  return unions_.insert_or_assign(digest, std::move(made)).first->second;
}

}  // namespace nsearch::glass
