// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document_postings.h"

namespace nsearch::indexer {

/// Turns analysed documents into a Xapian database. Not thread-safe. All functions throw Error (io, corrupt).
class ShardBuilder {
 public:
  virtual ~ShardBuilder() = default;

  /// Appends a document that no document of the shard replaces or equals in id (the caller knows).
  virtual void append(const DocumentPostings& document) = 0;

  /// Metadata of the shard (index_schema.h).
  virtual void set_metadata(std::string_view key, std::string_view value) = 0;

  /// Makes everything so far durable; the builder can go on afterwards.
  virtual void commit() = 0;
};

}  // namespace nsearch::indexer
