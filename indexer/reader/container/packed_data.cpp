// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/container/packed_data.h"

#include <algorithm>
#include <cstring>

#include "nsearch/error.h"

namespace nsearch::indexer {

std::size_t PackedData::read(char* buffer, std::size_t size) {
  while (left_ == 0 && block_at_ <= given_) {
    if (!fetch()) return 0;
  }
  std::size_t count = 0;
  if (given_ < block_at_) {
    count = static_cast<std::size_t>(std::min<std::uint64_t>(size, block_at_ - given_));
    std::memset(buffer, 0, count);
  } else {
    count = std::min(size, left_);
    std::memcpy(buffer, block_, count);
    block_ += count;
    left_ -= count;
    block_at_ += count;
  }
  given_ += count;
  return count;
}

bool PackedData::fetch() {
  if (!trouble_.empty()) throw Error(ErrorCode::corrupt, trouble_);
  const void* block = nullptr;
  la_int64_t at = 0;
  std::size_t size = 0;
  const int status = archive_read_data_block(handle_.get(), &block, &size, &at);
  if (status == ARCHIVE_EOF) return false;
  if (ArchiveHandle::failed(status)) throw Error(ErrorCode::corrupt, handle_.trouble());
  if (status == ARCHIVE_WARN) trouble_ = handle_.trouble();
  block_ = static_cast<const char*>(block);
  left_ = size;
  block_at_ = std::max(given_, static_cast<std::uint64_t>(std::max<la_int64_t>(at, 0)));
  return true;
}

}  // namespace nsearch::indexer
