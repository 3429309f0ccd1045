// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "reader/byte_source.h"

namespace nsearch::indexer {

/// Bounds what a file may unpack to, all its layers together, so that a small file can't keep a run busy for days: 64 MiB, or 500
/// times what was read of it. No text comes near that; archive bombs begin beyond it.
class UnpackBudget {
 public:
  static constexpr std::uint64_t free_bytes = 64 * 1024 * 1024;
  static constexpr std::uint64_t most_times = 500;

  /// `file`: what lies on the disk. It must outlive this.
  explicit UnpackBudget(const ByteSource& file) : file_(file) {}

  /// Throws Error(corrupt) where what was unpacked, `bytes` more now, is too much.
  void charge(std::size_t bytes);
  bool spent() const { return spent_; }

 private:
  const ByteSource& file_;
  std::uint64_t unpacked_ = 0;
  bool spent_ = false;
};

/// `source`, charged to `budget`, which must outlive it.
std::unique_ptr<ByteSource> charged(std::unique_ptr<ByteSource> source, UnpackBudget& budget);

}  // namespace nsearch::indexer
