// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "reader/container/archive_handle.h"

namespace nsearch::indexer {

/// The bytes of the member at which an archive stands, block by block as libarchive gives them: what came before trouble is given.
class PackedData {
 public:
  /// `handle` must outlive this.
  explicit PackedData(ArchiveHandle& handle) : handle_(handle) {}

  /// As ByteSource::read().
  std::size_t read(char* buffer, std::size_t size);

 private:
  bool fetch();

  ArchiveHandle& handle_;
  const char* block_ = nullptr;
  std::string trouble_;   ///< to be told of once the block is given: a wrong checksum is known with the last
  std::size_t left_ = 0;  ///< of the block
  std::uint64_t given_ = 0;     ///< of the member
  std::uint64_t block_at_ = 0;  ///< where the block belongs: what a sparse file leaves out is zeros
};

}  // namespace nsearch::indexer
