// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "nsearch/document.h"
#include "nsearch/error.h"
#include "storage/index_directory.h"

namespace nsearch {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds poll_interval(100);
constexpr std::string_view host_word = " host ";
constexpr std::string_view since_word = " since ";

[[noreturn]] void failed(const fs::path& file, int reason) {
  const std::string message = file.string() + ": " + std::generic_category().message(reason);
  if (reason == EACCES || reason == EROFS || reason == EPERM) {
    throw Error(ErrorCode::io, message, "writing to an index takes a folder that can be written to");
  }
  if (reason == EINVAL || reason == ENOLCK || reason == ENOTSUP) {
    throw Error(ErrorCode::io, message, "this file system has no locks: put the index on another one");
  }
  throw Error(ErrorCode::io, message);
}

// The bytes of the file that are locked, and what by. They need not exist.
constexpr off_t writer_byte = 0;
constexpr off_t gate_byte = 1;

struct flock byte_lock(off_t byte, short type) {
  struct flock wanted {};
  wanted.l_type = type;
  wanted.l_whence = SEEK_SET;
  wanted.l_start = byte;
  wanted.l_len = 1;
  return wanted;
}

/// An open lock file, until the lock is taken and it is handed over.
class LockFile {
 public:
  explicit LockFile(const fs::path& path)
      : path_(path), fd_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (fd_ < 0) {
      failed(path_, errno);
    }
  }
  LockFile(const LockFile&) = delete;
  LockFile& operator=(const LockFile&) = delete;
  ~LockFile() {
    if (fd_ >= 0) {
      ::close(fd_);
    }
  }

  /// An open file description lock: unlike the older POSIX locks it also keeps out this process's own
  /// threads, and isn't lost when some other part of the process opens and closes the file.
  bool try_lock() const {
    struct flock wanted = byte_lock(writer_byte, F_WRLCK);
    while (::fcntl(fd_, F_OFD_SETLK, &wanted) != 0) {
      if (errno == EAGAIN || errno == EACCES) {
        return false;
      }
      if (errno != EINTR) {
        failed(path_, errno);
      }
    }
    return true;
  }

  /// False when the folder was removed or replaced while we waited: then a lock on this file shuts nobody
  /// out.
  bool still_in_place() const {
    struct stat held {
    }, named{};
    return ::fstat(fd_, &held) == 0 && ::stat(path_.c_str(), &named) == 0 && held.st_dev == named.st_dev &&
           held.st_ino == named.st_ino;
  }

  std::string text() const {
    char buffer[512];
    const ssize_t size = ::pread(fd_, buffer, sizeof buffer, 0);
    std::string line(buffer, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return line.substr(0, line.find('\n'));
  }

  void write_text(const std::string& text) const {
    if (::ftruncate(fd_, 0) != 0 || ::pwrite(fd_, text.data(), text.size(), 0) < 0) {
      failed(path_, errno);
    }
  }

  int release() { return std::exchange(fd_, -1); }

 private:
  const fs::path& path_;
  int fd_;
};

std::string holder_line() {
  char host[256] = "";
  ::gethostname(host, sizeof host - 1);
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const Timestamp since{std::chrono::duration_cast<std::chrono::seconds>(now).count(), true};
  return "pid " + std::to_string(::getpid()) + std::string(host_word) + host + std::string(since_word) +
         format_date(since) + '\n';
}

/// "process 123 on foo since 2026-11-21T22:40:00Z" from a holder's line.
std::string describe_holder(const std::string& line) {
  constexpr std::string_view begin = "pid ";
  const std::size_t host = line.find(host_word);
  const std::size_t since = line.rfind(since_word);
  if (line.compare(0, begin.size(), begin) != 0 || host == line.npos || since == line.npos || since < host) {
    return "another process";  // which has the lock, but has not written its name yet
  }
  const std::size_t name = host + host_word.size();
  return "process " + line.substr(begin.size(), host - begin.size()) + " on " +
         line.substr(name, since - name) + line.substr(since);
}

/// Takes the lock and hands its descriptor over; -1 if another has it still at `deadline`, with `holder`
/// described.
int take_lock(const fs::path& path, steady_clock::time_point deadline, std::string& holder) {
  for (;;) {
    LockFile file(path);
    while (!file.try_lock()) {
      holder = describe_holder(file.text());
      const auto left = deadline - steady_clock::now();
      if (left <= steady_clock::duration::zero()) {
        return -1;
      }
      std::this_thread::sleep_for(std::min<steady_clock::duration>(left, poll_interval));
    }
    if (file.still_in_place()) {
      file.write_text(holder_line());
      return file.release();
    }
  }
}

}  // namespace

IndexLock::IndexLock(const IndexDirectory& directory, std::chrono::seconds wait) {
  // A wait "for ever" must not overflow the clock.
  constexpr std::chrono::seconds longest_wait = std::chrono::hours(24 * 365);
  const auto deadline = steady_clock::now() + std::min(wait, longest_wait);
  std::string holder;
  fd_ = take_lock(directory.path() / "nsearch.lock", deadline, holder);
  if (fd_ < 0) {
    throw Error(ErrorCode::locked, directory.path().string() + ": in use by " + holder,
                "wait for it with --wait SECONDS");
  }
}

CommitGate::CommitGate(const IndexDirectory& directory, Side side) {
  const fs::path path = directory.path() / "nsearch.lock";
  const bool writer = side == Side::writer;
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0 && !writer) fd_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0 && !writer) return;
  if (fd_ < 0) failed(path, errno);
  struct flock wanted = byte_lock(gate_byte, writer ? F_WRLCK : F_RDLCK);
  while (::fcntl(fd_, F_OFD_SETLKW, &wanted) != 0) {
    if (errno == EINTR) continue;
    const int reason = errno;
    ::close(fd_);
    failed(path, reason);
  }
}

CommitGate::~CommitGate() {
  if (fd_ >= 0) ::close(fd_);
}

IndexLock::IndexLock(IndexLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

IndexLock::~IndexLock() {
  if (fd_ < 0) {
    return;
  }
  // Best effort: a name left behind would be read by nobody, as only a held lock's text is looked at.
  if (::ftruncate(fd_, 0) != 0) {
    errno = 0;
  }
  ::close(fd_);
}

}  // namespace nsearch
