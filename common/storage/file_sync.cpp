// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/file_sync.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "nsearch/error.h"

namespace nsearch::storage {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void failed(const fs::path& path, int reason) {
  throw Error(ErrorCode::io, path.string() + ": " + std::generic_category().message(reason));
}

class File {
 public:
  File(const fs::path& path, int flags) : path_(path), fd_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (fd_ < 0) {
      failed(path_, errno);
    }
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (fd_ >= 0) {
      ::close(fd_);
    }
  }

  void write(std::string_view content) const {
    while (!content.empty()) {
      const ssize_t written = ::write(fd_, content.data(), content.size());
      if (written >= 0) {
        content.remove_prefix(static_cast<std::size_t>(written));
      } else if (errno != EINTR) {
        failed(path_, errno);
      }
    }
  }

  void sync() const {
    // EINVAL and EROFS: a file system that has nothing to sync.
    if (::fsync(fd_) != 0 && errno != EINVAL && errno != EROFS) {
      failed(path_, errno);
    }
  }

 private:
  const fs::path& path_;
  int fd_;
};

void write_synced(const fs::path& path, std::string_view content) {
  const File file(path, O_WRONLY | O_CREAT | O_TRUNC);
  file.write(content);
  file.sync();
}

}  // namespace

void sync(const fs::path& path) {
  File(path, O_RDONLY).sync();
}

void sync_tree(const fs::path& folder) {
  std::error_code problem;
  for (fs::recursive_directory_iterator at(folder, problem), end; !problem && at != end;
       at.increment(problem)) {
    sync(at->path());
  }
  if (problem) {
    failed(folder, problem.value());
  }
  sync(folder);
}

void replace_file(const fs::path& path, std::string_view content) {
  const fs::path beside = path.string() + ".tmp";
  std::error_code problem;
  try {
    write_synced(beside, content);
    fs::rename(beside, path, problem);
    if (problem) {
      failed(path, problem.value());
    }
  } catch (const Error&) {
    fs::remove(beside, problem);
    throw;
  }
  sync(path.parent_path().empty() ? fs::path(".") : path.parent_path());
}

void append_synced(const fs::path& path, std::string_view content) {
  const bool is_new = !fs::exists(path);
  {
    const File file(path, O_WRONLY | O_CREAT | O_APPEND);
    file.write(content);
    file.sync();
  }
  if (is_new) sync(path.parent_path().empty() ? fs::path(".") : path.parent_path());
}

}  // namespace nsearch::storage
