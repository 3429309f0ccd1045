// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "glass/table.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// The documents of frequent terms, a bit a document: a term that queries ask for a second time is kept so, as it is likely to
/// come again. Belongs to one revision. Not thread-safe.
class NSEARCH_EXPORT TermSets {
 public:
  using Set = std::vector<std::uint64_t>;

  TermSets(const Table& postings, std::uint32_t last_document)
      : postings_(postings), last_document_(last_document) {}

  /// Null: not kept.
  const Set* find(const std::string& term, std::uint32_t frequency);

 private:
  // A set of one document in 128 takes as much memory as a list of these documents' numbers in 4 bytes each, or less.
  static constexpr std::uint32_t least_share = 128, least_frequency = 256;
  static constexpr std::size_t most_bytes = std::size_t{32} << 20, most_noted = 20000;

  const Table& postings_;
  std::uint32_t last_document_;
  std::size_t bytes_ = 0;
  std::unordered_map<std::string, std::unique_ptr<Set>> sets_;  // null: asked for once
};

}  // namespace nsearch::glass
