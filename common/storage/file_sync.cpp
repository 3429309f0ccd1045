// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/file_sync.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "nsearch/error.h"

namespace nsearch::storage {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void failed(const fs::path& path, int reason) {
  throw Error(ErrorCode::io, path.string() + ": " + std::generic_category().message(reason));
}

int opened(const fs::path& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
  if (file < 0) failed(path, errno);
  return file;
}

void write_all(int file, const fs::path& path, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written >= 0) {
      content.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      failed(path, errno);
    }
  }
}

void sync_file(int file, const fs::path& path) {
  // EINVAL and EROFS: a file system that has nothing to sync.
  if (::fsync(file) != 0 && errno != EINVAL && errno != EROFS) failed(path, errno);
}

class File {
 public:
  File(const fs::path& path, int flags) : path_(path), fd_(opened(path, flags)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { ::close(fd_); }

  void write(std::string_view content) const { write_all(fd_, path_, content); }
  void sync() const { sync_file(fd_, path_); }

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

AppendedFile::AppendedFile(fs::path path)
    : path_(std::move(path)), file_(opened(path_, O_WRONLY | O_CREAT | O_APPEND)) {}

AppendedFile::AppendedFile(AppendedFile&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}

AppendedFile::~AppendedFile() {
  if (file_ >= 0) ::close(file_);
}

void AppendedFile::add(std::string_view content) const {
  write_all(file_, path_, content);
}

void AppendedFile::sync() const {
  sync_file(file_, path_);
}

}  // namespace nsearch::storage
