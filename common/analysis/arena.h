// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace nsearch::analysis {

/// Memory for the bytes of tokens: handed out from chunks that never move, given back all at once and kept
/// for the next text.
class Arena {
 public:
  char* allocate(std::size_t size) {
    if (size > static_cast<std::size_t>(end_ - free_)) next_chunk(size);
    char* const found = free_;
    free_ += size;
    return found;
  }

  char* copy(const char* bytes, std::size_t size) {
    char* const copied = allocate(size);
    std::memcpy(copied, bytes, size);
    return copied;
  }

  /// The same for bytes that may be read, from `bytes` on, up to `readable`: a copy of fixed length is much
  /// the faster.
  char* copy(const char* bytes, std::size_t size, std::size_t readable) {
    char* const copied = allocate(size);
    if (size <= fixed_copy && readable >= fixed_copy) {
      std::memcpy(copied, bytes, fixed_copy);
    } else {
      std::memcpy(copied, bytes, size);
    }
    return copied;
  }

  /// Everything handed out becomes invalid; the chunks stay.
  void reset() {
    used_ = 0;
    free_ = end_ = nullptr;
  }

 private:
  static constexpr std::size_t fixed_copy = 24;  // every chunk has room for one after its end
  static constexpr std::size_t first_chunk = 4096;
  static constexpr std::size_t largest_chunk = 1 << 20;

  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };

  void next_chunk(std::size_t at_least) {
    while (used_ < chunks_.size() && chunks_[used_].size < at_least) ++used_;
    if (used_ == chunks_.size()) {
      std::size_t size = chunks_.empty() ? first_chunk : std::min(chunks_.back().size * 2, largest_chunk);
      size = std::max(size, at_least);
      chunks_.push_back({std::unique_ptr<char[]>(new char[size + fixed_copy]), size});
    }
    free_ = chunks_[used_].bytes.get();
    end_ = free_ + chunks_[used_].size;
    ++used_;
  }

  std::vector<Chunk> chunks_;
  std::size_t used_ = 0;
  char* free_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace nsearch::analysis
