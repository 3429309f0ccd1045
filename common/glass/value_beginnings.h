// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>

#include "glass/values.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// The first eight bytes of each document's value in a slot behind what all values begin with, as a number: where two differ,
/// the values' order is theirs, and no value need be looked for. Kept once read, a chunk of values at a time, of the first four million documents (32 MB;
/// what isn't asked for takes no memory). Belongs to one revision. Not thread-safe. Throws as ValueReader.
class NSEARCH_EXPORT ValueBeginnings {
 public:
  ValueBeginnings(const Table& table, std::uint32_t slot, std::uint32_t last_document);

  /// Above 0; the least there is where a document has no value.
  std::uint64_t of(std::uint32_t document) {
    if (document >= kept_) return beginning(reader_.read(document));
    return beginnings_[document] != unknown ? beginnings_[document] : read(document);
  }

 private:
  static constexpr std::uint32_t most_kept = 4u << 20;
  static constexpr std::uint64_t unknown = 0;
  struct Free {
    void operator()(std::uint64_t* beginnings) const { std::free(beginnings); }
  };

  std::uint64_t beginning(std::string_view value) const;
  std::uint64_t read(std::uint32_t document);

  ValueReader reader_;
  std::size_t shared_;  // bytes that all values begin with
  std::uint32_t kept_;
  std::unique_ptr<std::uint64_t[], Free> beginnings_;
};

}  // namespace nsearch::glass
