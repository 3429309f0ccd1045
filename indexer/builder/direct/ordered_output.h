// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

#include "builder/glass/table_writer.h"

namespace nsearch::indexer::direct {

/// Leaves, and the table that they are for.
struct TableLeaves {
  glass::TableWriter* table = nullptr;
  glass::Leaves leaves;
};

/// Thrown to leave a range behind: another thread has failed, and its exception tells why.
struct Abandoned {};

/// What a range has for each table that it is written to.
using RangeLeaves = std::vector<TableLeaves>;

/// Writes ranges of the key space in their order, whatever threads finish them in whatever order. Ranges that
/// are done before their turn wait in memory, up to a bound. Thread-safe.
class OrderedOutput {
 public:
  /// `most_waiting`: bytes.
  explicit OrderedOutput(std::size_t most_waiting = 0) : most_waiting_(most_waiting) {}

  /// Takes the next leaves of a range, numbered from 0; `last`: there are no more of it. May wait until all
  /// ranges before it are written, so ranges must be begun in order. Throws Error(io), Abandoned.
  void take(std::size_t range, RangeLeaves&& leaves, bool last);

  /// Frees all that wait: their range will never be written.
  void fail();

 private:
  static void write(RangeLeaves&& leaves);
  void end_turn(std::unique_lock<std::mutex>& lock);

  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable turn_ended_;
  std::size_t turn_ = 0;  // the range whose thread alone may write
  std::map<std::size_t, RangeLeaves> finished_;
  std::size_t finished_bytes_ = 0;
  bool failed_ = false;
};

/// Calls `merge` for each of `ranges` ranges, which are begun in order, on `threads` threads. It gives what it has to
/// `output`. The first exception ends all, and is thrown on.
void merge_ranges(OrderedOutput& output, std::size_t ranges, unsigned threads,
                  const std::function<void(std::size_t range)>& merge);

}  // namespace nsearch::indexer::direct
