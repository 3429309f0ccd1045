// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/byte_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <exception>
#include <system_error>
#include <utility>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

[[noreturn]] void fail(const std::string& path, const char* doing, int error) {
  throw Error(ErrorCode::io, path + ": cannot " + doing + ": " + std::generic_category().message(error));
}

class FileSource final : public ByteSource {
 public:
  explicit FileSource(const std::string& path) : path_(path) {
    if (path == "-") {
      path_ = "standard input";
      file_ = STDIN_FILENO;
      return;
    }
    do {
      file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    } while (file_ < 0 && errno == EINTR);
    if (file_ < 0) fail(path_, "open", errno);
  }
  ~FileSource() override {
    if (file_ != STDIN_FILENO) ::close(file_);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::size_t read(char* buffer, std::size_t size) override {
    ssize_t count = 0;
    do {
      count = ::read(file_, buffer, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) fail(path_, "read", errno);
    read_.fetch_add(static_cast<std::uint64_t>(count), std::memory_order_relaxed);
    return static_cast<std::size_t>(count);
  }

  std::uint64_t bytes_read() const override { return read_.load(std::memory_order_relaxed); }
  std::string_view peek() override { return {}; }  // see PeekingSource

 private:
  std::string path_;
  int file_ = -1;
  std::atomic<std::uint64_t> read_{0};
};

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t at = read_.load(std::memory_order_relaxed);
    const std::size_t count = bytes_.copy(buffer, size, at);
    read_.store(at + count, std::memory_order_relaxed);
    return count;
  }

  std::uint64_t bytes_read() const override { return read_.load(std::memory_order_relaxed); }
  std::string_view peek() override { return bytes_.substr(read_.load(std::memory_order_relaxed), peek_size); }

 private:
  std::string_view bytes_;
  std::atomic<std::size_t> read_{0};
};

/// Gives any source its peek(): keeps the first bytes, and the error met while fetching them, for read().
class PeekingSource final : public ByteSource {
 public:
  explicit PeekingSource(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    if (given_ < head_.size()) {
      const std::size_t count = head_.copy(buffer, size, given_);
      given_ += count;
      return count;
    }
    if (trouble_) std::rethrow_exception(trouble_);
    return ended_ ? 0 : source_->read(buffer, size);
  }

  std::uint64_t bytes_read() const override { return source_->bytes_read(); }

  std::string_view peek() override {
    if (!peeked_) fill();
    return std::string_view(head_).substr(given_);
  }

 private:
  void fill() {
    peeked_ = true;
    head_.resize(peek_size);
    std::size_t have = 0;
    try {
      while (have < peek_size && !ended_) {
        const std::size_t count = source_->read(head_.data() + have, peek_size - have);
        have += count;
        ended_ = count == 0;  // a terminal would have to be told twice
      }
    } catch (const Error&) {
      trouble_ = std::current_exception();
    }
    head_.resize(have);
  }

  std::unique_ptr<ByteSource> source_;
  std::string head_;
  std::size_t given_ = 0;
  std::exception_ptr trouble_;
  bool peeked_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> open_source(const std::string& path) {
  return peeking(std::make_unique<FileSource>(path));
}

std::unique_ptr<ByteSource> peeking(std::unique_ptr<ByteSource> source) {
  return std::make_unique<PeekingSource>(std::move(source));
}

std::unique_ptr<ByteSource> memory_source(std::string_view bytes) {
  return std::make_unique<MemorySource>(bytes);
}

}  // namespace nsearch::indexer
