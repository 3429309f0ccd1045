// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "nsearch/error.h"

namespace nsearch::indexer::glass {
namespace {

[[noreturn]] void failed(const std::filesystem::path& path, int reason) {
  throw Error(ErrorCode::io, path.string() + ": " + std::generic_category().message(reason));
}

}  // namespace

OutputFile::OutputFile(std::filesystem::path path)
    : path_(std::move(path)), fd_(::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {
  if (fd_ < 0) failed(path_, errno);
}

OutputFile::~OutputFile() {
  if (fd_ >= 0) ::close(fd_);
}

void OutputFile::remove_name() {
  if (::unlink(path_.c_str()) != 0) failed(path_, errno);
}

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) failed(path_, written < 0 ? errno : EIO);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    size_ += static_cast<std::uint64_t>(written);
  }
}

void OutputFile::read(std::uint64_t offset, char* to, std::size_t size) const {
  while (size != 0) {
    const ssize_t got = ::pread(fd_, to, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) failed(path_, got < 0 ? errno : EIO);
    to += got;
    offset += static_cast<std::uint64_t>(got);
    size -= static_cast<std::size_t>(got);
  }
}

void OutputFile::start_writeback() {
  constexpr std::uint64_t worth_starting = 8 << 20;
  if (size_ - started_ < worth_starting) return;
  // Only a hint: where a file system can't, the sync at the end does it all.
  (void)::sync_file_range(fd_, static_cast<off_t>(started_), static_cast<off_t>(size_ - started_),
                          SYNC_FILE_RANGE_WRITE);
  started_ = size_;
}

void OutputFile::close() {
  const int fd = std::exchange(fd_, -1);
  if (fd >= 0 && ::close(fd) != 0 && errno != EINTR) failed(path_, errno);
}

}  // namespace nsearch::indexer::glass
