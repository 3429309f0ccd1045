// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace nsearch::indexer {

/// One thread produces items, several work on them, and the owner's thread takes them in the order in which
/// they were produced. At most `capacity` items are on their way at a time, so a slow taker slows the
/// producer down. An exception on any thread ends everything and comes out of next().
template <typename Item>
class OrderedPipeline {
 public:
  using Producer = std::function<void(OrderedPipeline&)>;
  using Worker = std::function<void(Item&)>;
  enum class Next { item, timeout, end };

  explicit OrderedPipeline(std::size_t capacity) : capacity_(capacity) {}
  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;
  ~OrderedPipeline() {
    abort();
    for (std::thread& thread : threads_) thread.join();
  }

  /// `make_worker` is called once on each of `workers` threads.
  void start(Producer producer, unsigned workers, std::function<Worker()> make_worker) {
    threads_.reserve(workers + 1);
    threads_.emplace_back([this, producer = std::move(producer)] { produce(producer); });
    for (unsigned i = 0; i < workers; ++i) threads_.emplace_back([this, make_worker] { work(make_worker); });
  }

  /// For the producer: hands an item on; waits while too many are on their way. False: produce no more.
  bool submit(std::unique_ptr<Item> item) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopping_ || aborted_ || submitted_ - taken_ < capacity_; });
    if (stopping_ || aborted_) return false;
    waiting_.emplace_back(submitted_++, std::move(item));
    lock.unlock();
    work_.notify_one();
    return true;
  }

  /// For the producer: whether it should end.
  bool stopping() const {
    std::lock_guard lock(mutex_);
    return stopping_ || aborted_;
  }

  /// For the owner: the next item, when it is done. Throws what any thread has thrown.
  Next next(std::unique_ptr<Item>& item, std::chrono::milliseconds timeout) {
    std::unique_lock lock(mutex_);
    const auto ready = [&] {
      return error_ || done_.contains(taken_) || (produced_ && taken_ == submitted_);
    };
    if (!done_changed_.wait_for(lock, timeout, ready)) return Next::timeout;
    if (error_) std::rethrow_exception(error_);
    const auto found = done_.find(taken_);
    if (found == done_.end()) return Next::end;
    item = std::move(found->second);
    done_.erase(found);
    ++taken_;
    lock.unlock();
    room_.notify_one();
    return Next::item;
  }

  /// For the owner: no more is produced; what is on its way is still worked on and given.
  void stop() {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    room_.notify_all();
  }

 private:
  void abort() {
    std::lock_guard lock(mutex_);
    aborted_ = true;
    room_.notify_all();
    work_.notify_all();
  }

  void fail() {
    std::lock_guard lock(mutex_);
    if (!error_) error_ = std::current_exception();
    aborted_ = true;
    room_.notify_all();
    work_.notify_all();
    done_changed_.notify_all();
  }

  void produce(const Producer& producer) {
    try {
      producer(*this);
    } catch (...) {
      fail();
    }
    std::lock_guard lock(mutex_);
    produced_ = true;
    work_.notify_all();
    done_changed_.notify_all();
  }

  void work(const std::function<Worker()>& make_worker) {
    try {
      const Worker worker = make_worker();
      while (work_on_one(worker)) {
      }
    } catch (...) {
      fail();
    }
  }

  bool work_on_one(const Worker& worker) {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return aborted_ || produced_ || !waiting_.empty(); });
    if (aborted_ || waiting_.empty()) return false;
    auto [number, item] = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    worker(*item);
    lock.lock();
    done_.emplace(number, std::move(item));
    lock.unlock();
    done_changed_.notify_one();
    return true;
  }

  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable room_, work_, done_changed_;
  std::deque<std::pair<std::uint64_t, std::unique_ptr<Item>>> waiting_;
  std::map<std::uint64_t, std::unique_ptr<Item>> done_;
  std::uint64_t submitted_ = 0, taken_ = 0;
  bool produced_ = false, stopping_ = false, aborted_ = false;
  std::exception_ptr error_;
  std::vector<std::thread> threads_;
};

}  // namespace nsearch::indexer
