// SPDX-License-Identifier: GPL-2.0-or-later
#include "watch/folder_watch.h"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <system_error>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE |
                                 IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

[[noreturn]] void failed(const std::string& what, int reason) {
  throw Error(ErrorCode::io, what + ": " + std::generic_category().message(reason),
              reason == ENOSPC ? "raise fs.inotify.max_user_watches" : "");
}

bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

/// A file that appears whole: nobody has it open to write, so that no close will tell of it.
bool appears_whole(const fs::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return false;
  return S_ISLNK(status.st_mode) || (S_ISREG(status.st_mode) && status.st_nlink > 1);
}

}  // namespace

FolderWatch::FolderWatch(fs::path excluded) : excluded_(std::move(excluded)) {
  fd_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (fd_ < 0) failed("can't watch folders", errno);
}

FolderWatch::~FolderWatch() {
  ::close(fd_);
}

void FolderWatch::add(const std::string& folder) {
  std::error_code unknown;
  if (!fs::is_directory(folder, unknown))
    throw Error(ErrorCode::usage, folder + ": no folder", "name a folder to watch");
  add_tree(folder, nullptr);
}

/// False: it is gone, or not to be watched.
bool FolderWatch::add_one(const fs::path& folder) {
  std::error_code unknown;
  if (fs::equivalent(folder, excluded_, unknown)) return false;
  const int watch = ::inotify_add_watch(fd_, folder.c_str(), events);
  if (watch < 0) {
    if (errno == ENOENT || errno == ENOTDIR || errno == EACCES) return false;
    failed(folder.string(), errno);
  }
  // A link that leads back to a watched folder gives the same watch: its first name stays.
  return folders_.try_emplace(watch, folder).second;
}

/// Watches first and lists then, so that nothing falls between. Files that are found go to `found`.
void FolderWatch::add_tree(const fs::path& folder, FolderChanges* found) {
  if (!add_one(folder)) return;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (is_hidden(at->path())) continue;
    std::error_code vanished;
    if (at->is_directory(vanished)) {
      add_tree(at->path(), found);
    } else if (found) {
      found->files.insert(at->path().string());
    }
  }
}

void FolderWatch::take(const inotify_event& event, FolderChanges& changes) {
  if (event.mask & IN_Q_OVERFLOW) changes.unknown = true;
  if (event.mask & IN_IGNORED) folders_.erase(event.wd);
  const auto folder = folders_.find(event.wd);
  if (folder == folders_.end()) return;
  if (event.mask & IN_MOVE_SELF) {
    // What was below it has other names now, if any that is watched.
    ::inotify_rm_watch(fd_, event.wd);
    changes.unknown = true;
  }
  if (event.len == 0) return;
  const fs::path path = folder->second / event.name;
  if (is_hidden(path)) return;
  if (event.mask & IN_ISDIR) {
    if (event.mask & (IN_CREATE | IN_MOVED_TO)) add_tree(path, &changes);
    if (event.mask & (IN_MOVED_FROM | IN_DELETE)) changes.unknown = true;
  } else if (!(event.mask & IN_CREATE) || appears_whole(path)) {
    changes.files.insert(path.string());
  }
}

void FolderWatch::wait(std::chrono::milliseconds timeout, FolderChanges& changes) {
  struct pollfd ready {
    fd_, POLLIN, 0
  };
  if (::poll(&ready, 1, static_cast<int>(timeout.count())) <= 0) return;
  alignas(inotify_event) char buffer[64 * (sizeof(inotify_event) + NAME_MAX + 1)];
  for (;;) {
    const ssize_t size = ::read(fd_, buffer, sizeof buffer);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0 && errno != EAGAIN) failed("watched folders", errno);
    if (size <= 0) return;
    for (ssize_t at = 0; at < size;) {
      const auto& event = *reinterpret_cast<const inotify_event*>(buffer + at);
      take(event, changes);
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  }
}

}  // namespace nsearch::indexer
