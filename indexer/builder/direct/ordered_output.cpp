// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/ordered_output.h"

#include <atomic>
#include <future>
#include <utility>

namespace nsearch::indexer::direct {
namespace {

std::size_t bytes_of(const RangeLeaves& all) {
  std::size_t bytes = 0;
  for (const TableLeaves& one : all) bytes += one.leaves.bytes();
  return bytes;
}

}  // namespace

void OrderedOutput::take(std::size_t range, RangeLeaves&& leaves, bool last) {
  std::unique_lock lock(mutex_);
  if (failed_) throw Abandoned();
  if (turn_ != range && last && finished_bytes_ + bytes_of(leaves) <= most_waiting_) {
    finished_bytes_ += bytes_of(leaves);
    finished_.emplace(range, std::move(leaves));
    return;
  }
  turn_ended_.wait(lock, [&] { return failed_ || turn_ == range; });
  if (failed_) throw Abandoned();
  lock.unlock();
  write(std::move(leaves));
  lock.lock();
  if (last) end_turn(lock);
}

/// Writes what has waited for this turn's end. While there is any, the turn is still this thread's.
void OrderedOutput::end_turn(std::unique_lock<std::mutex>& lock) {
  for (auto next = finished_.find(++turn_); next != finished_.end(); next = finished_.find(++turn_)) {
    RangeLeaves leaves = std::move(next->second);
    finished_.erase(next);
    finished_bytes_ -= bytes_of(leaves);
    lock.unlock();
    write(std::move(leaves));
    lock.lock();
  }
  turn_ended_.notify_all();
}

void OrderedOutput::write(RangeLeaves&& leaves) {
  for (TableLeaves& one : leaves) one.table->append(std::move(one.leaves));
}

void OrderedOutput::fail() {
  const std::lock_guard lock(mutex_);
  failed_ = true;
  turn_ended_.notify_all();
}

void merge_ranges(OrderedOutput& output, std::size_t ranges, unsigned threads,
                  const std::function<void(std::size_t range)>& merge) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    try {
      for (std::size_t range = next++; range < ranges; range = next++) merge(range);
    } catch (const Abandoned&) {
    } catch (...) {
      output.fail();
      throw;
    }
  };
  std::vector<std::future<void>> others;
  for (unsigned i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, work));
  work();
  for (auto& other : others) other.get();
}

}  // namespace nsearch::indexer::direct
