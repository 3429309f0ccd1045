// SPDX-License-Identifier: GPL-2.0-or-later
#include "maintenance/copy_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t piece = std::size_t{16} << 20;

[[noreturn]] void failed(const std::filesystem::path& path, int reason) {
  throw Error(ErrorCode::io, path.string() + ": " + std::generic_category().message(reason));
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags)
      : path_(path), fd_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (fd_ < 0) failed(path_, errno);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(fd_); }
  int fd() const { return fd_; }
  const std::filesystem::path& path() const { return path_; }

 private:
  const std::filesystem::path path_;
  const int fd_;
};

/// One piece by way of our own memory; 0 at the end.
std::size_t copy_through_memory(const Descriptor& from, const Descriptor& to) {
  std::vector<char> buffer(std::size_t{1} << 20);
  const ssize_t size = ::read(from.fd(), buffer.data(), buffer.size());
  if (size < 0) failed(from.path(), errno);
  for (ssize_t at = 0; at < size;) {
    const ssize_t written = ::write(to.fd(), buffer.data() + at, static_cast<std::size_t>(size - at));
    if (written < 0 && errno != EINTR) failed(to.path(), errno);
    if (written > 0) at += written;
  }
  return static_cast<std::size_t>(size);
}

}  // namespace

void copy_file(const std::filesystem::path& source, const std::filesystem::path& target,
               const std::function<void(std::uint64_t bytes)>& copied) {
  const Descriptor from(source, O_RDONLY), to(target, O_WRONLY | O_CREAT | O_TRUNC);
  bool in_system = true;  // the system can copy between these files by itself
  for (;;) {
    std::size_t size = 0;
    if (in_system) {
      const ssize_t done = ::copy_file_range(from.fd(), nullptr, to.fd(), nullptr, piece, 0);
      in_system = done > 0 || errno == EINTR;
      if (done < 0 && (errno == ENOSPC || errno == EIO || errno == EDQUOT)) failed(to.path(), errno);
      if (done > 0) size = static_cast<std::size_t>(done);
      if (done == 0) in_system = false;  // the end, or a file system that pretends it: reading tells
      if (done < 0 && errno == EINTR) continue;
    }
    if (!in_system) size = copy_through_memory(from, to);
    if (size == 0) return;
    copied(size);
  }
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) failed(path, errno);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace nsearch::indexer
