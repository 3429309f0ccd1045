// SPDX-License-Identifier: GPL-2.0-or-later
#include "alert_output.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>

#include "nsearch/error.h"

namespace nsearch::cli {
namespace {

[[noreturn]] void failed() {
  throw Error(ErrorCode::io, "standard output: " + std::generic_category().message(errno),
              "run it again: nothing is lost");
}

void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      failed();
    }
  }
}

bool is_file() {
  struct stat state {};
  return ::fstat(STDOUT_FILENO, &state) == 0 && S_ISREG(state.st_mode);
}

/// Whether what is written next would follow something else than a line's end.
bool within_a_line() {
  const bool appends = (::fcntl(STDOUT_FILENO, F_GETFL) & O_APPEND) != 0;
  const off_t position = ::lseek(STDOUT_FILENO, 0, appends ? SEEK_END : SEEK_CUR);
  if (position <= 0) return false;
  // It is open for writing only, as a rule.
  const int file = ::open("/proc/self/fd/1", O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  char last = '\n';
  const bool read = ::pread(file, &last, 1, position - 1) == 1;
  ::close(file);
  return read && last != '\n';
}

/// As many whole lines as a pipe takes in one piece; one at least.
std::size_t one_piece(std::string_view lines) {
  if (lines.size() <= PIPE_BUF) return lines.size();
  const std::size_t last = lines.rfind('\n', PIPE_BUF - 1);
  return last == lines.npos ? std::min(lines.find('\n'), lines.size() - 1) + 1 : last + 1;
}

}  // namespace

void AlertOutput::write(std::string_view lines) {
  if (!begun_) {
    begun_ = true;
    is_file_ = is_file();
    if (is_file_ && within_a_line()) write_all("\n");
  }
  while (!lines.empty()) {
    const std::size_t size = is_file_ ? lines.size() : one_piece(lines);
    write_all(lines.substr(0, size));
    lines.remove_prefix(size);
  }
}

void AlertOutput::sync() const {
  // A pipe or a terminal has nothing to sync.
  if (::fsync(STDOUT_FILENO) != 0 && errno != EINVAL && errno != EROFS) failed();
}

}  // namespace nsearch::cli
