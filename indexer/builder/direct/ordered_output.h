// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>

#include "builder/glass/table_writer.h"

namespace nsearch::indexer::direct {

/// Leaves of the two tables that are ordered by term.
struct RangeLeaves {
  glass::Leaves postings, positions;
};

/// Writes ranges of the key space in their order, whatever threads finish them in whatever order. Ranges that
/// are done before their turn wait in memory, up to a bound. Thread-safe.
class OrderedOutput {
 public:
  OrderedOutput(glass::TableWriter& postings, glass::TableWriter& positions)
      : postings_(postings), positions_(positions) {}

  /// Takes the next leaves of a range, numbered from 0; `last`: there are no more of it. May wait until all
  /// ranges before it are written, so ranges must be begun in order. False: another thread has failed, and
  /// nothing more is written. Throws Error(io).
  bool take(std::size_t range, RangeLeaves&& leaves, bool last);

  /// Frees all that wait: their range will never be written.
  void fail();

 private:
  void write(RangeLeaves&& leaves);
  void end_turn(std::unique_lock<std::mutex>& lock);

  glass::TableWriter& postings_;
  glass::TableWriter& positions_;
  std::mutex mutex_;
  std::condition_variable turn_ended_;
  std::size_t turn_ = 0;  // the range whose thread alone may write
  std::map<std::size_t, RangeLeaves> finished_;
  std::size_t finished_bytes_ = 0;
  bool failed_ = false;
};

}  // namespace nsearch::indexer::direct
