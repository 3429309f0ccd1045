// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "builder/generation_builder.h"
#include "document_preparer.h"
#include "nsearch/document.h"
#include "nsearch/indexer.h"

namespace nsearch::indexer {

/// A document on its way through the pipeline.
struct DocumentJob {
  StoredDocument document;    ///< with its id set; its texts may be gone once it has been prepared
  std::string digest;         ///< of its content
  std::int64_t sequence = 0;  ///< its modification sequence
  bool repeated = false;      ///< its id came before in this run, and was (to be) indexed
  PreparedDocument prepared;  ///< made by a worker
};

/// What a reader repaired or left out of a record that it read all the same.
struct ReaderNote {
  std::string path;
  std::uint64_t line = 0;
  std::string text;
};

/// Records of the input in their order, as far as they belong to one shard: what workers take at a time.
struct Chunk {
  std::vector<std::variant<DocumentJob, Rejection, ReaderNote>> records;  ///< in input order
  std::size_t shard = 0;                                                  ///< that its documents belong to
  std::uint64_t number = 0;                                               ///< from 0, among the shard's
  std::uint64_t documents = 0;                                            ///< among the records
  std::uint64_t documents_before = 0;                                     ///< in the shard's chunks before
  std::uint64_t bytes = 0;                                                ///< of their texts
  std::int64_t unchanged = 0;       ///< documents left out since the index has them; less those taken back
  std::uint64_t duplicates = 0;     ///< ids that came before in this run
  std::unique_ptr<BuiltPart> part;  ///< made of it, where a new generation is built
};

/// When a chunk is full.
struct ChunkLimits {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;
};

}  // namespace nsearch::indexer
