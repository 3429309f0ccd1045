// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/gzip_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "nsearch/error.h"

namespace nsearch::searcher {

namespace {

constexpr std::size_t chunk = 64 * 1024;
constexpr std::size_t longest_line = 64 * 1024;

}  // namespace

GzipFile::GzipFile(std::string path) : path_(std::move(path)), file_(gzopen(path_.c_str(), "rb")) {
  if (!file_)
    throw Error(ErrorCode::io, path_ + ": " + std::strerror(errno), "check the path and its permissions");
}

std::string GzipFile::read(std::size_t most) {
  std::string bytes;
  while (bytes.size() < most) {
    const std::size_t had = bytes.size();
    const auto wanted = static_cast<unsigned>(std::min(chunk, most - had));
    bytes.resize(had + wanted);
    const int got = gzread(file_.get(), bytes.data() + had, wanted);
    int code = Z_OK;
    const char* message = gzerror(file_.get(), &code);
    if (got < 0 || (code != Z_OK && code != Z_STREAM_END)) {
      throw Error(ErrorCode::io,
                  path_ + ", byte " + std::to_string(offset_ + had) +
                      " unpacked: " + (code == Z_ERRNO ? std::strerror(errno) : message),
                  "fetch the file again");
    }
    bytes.resize(had + static_cast<std::size_t>(got));
    if (static_cast<unsigned>(got) < wanted) break;
  }
  offset_ += bytes.size();
  return bytes;
}

void GzipFile::skip_to(std::uint64_t offset) {
  while (offset_ < offset) {
    const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(chunk, offset - offset_));
    if (read(step).size() < step) return;
  }
}

bool GzipFile::line(std::string& out) {
  std::size_t end = ahead_.find('\n');
  while (end == ahead_.npos && ahead_.size() <= longest_line) {
    const std::string more = read(chunk);
    if (more.empty()) break;
    ahead_ += more;
    end = ahead_.find('\n');
  }
  if (ahead_.empty()) return false;
  if (end == ahead_.npos) end = std::min(ahead_.size(), longest_line);
  out = ahead_.substr(0, end);
  ahead_.erase(0, end + 1);
  return true;
}

}  // namespace nsearch::searcher
