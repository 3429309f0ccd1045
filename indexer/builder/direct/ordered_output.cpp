// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/ordered_output.h"

#include <utility>

namespace nsearch::indexer::direct {
namespace {

constexpr std::size_t most_finished_bytes = 64 << 20;

std::size_t bytes_of(const RangeLeaves& leaves) {
  return leaves.postings.bytes() + leaves.positions.bytes();
}

}  // namespace

bool OrderedOutput::take(std::size_t range, RangeLeaves&& leaves, bool last) {
  std::unique_lock lock(mutex_);
  if (turn_ != range && last && finished_bytes_ + bytes_of(leaves) <= most_finished_bytes) {
    finished_bytes_ += bytes_of(leaves);
    finished_.emplace(range, std::move(leaves));
    return !failed_;
  }
  turn_ended_.wait(lock, [&] { return failed_ || turn_ == range; });
  if (failed_) return false;
  lock.unlock();
  write(std::move(leaves));
  lock.lock();
  if (last) end_turn(lock);
  return !failed_;
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
  postings_.append(std::move(leaves.postings));
  positions_.append(std::move(leaves.positions));
}

void OrderedOutput::fail() {
  const std::lock_guard lock(mutex_);
  failed_ = true;
  turn_ended_.notify_all();
}

}  // namespace nsearch::indexer::direct
