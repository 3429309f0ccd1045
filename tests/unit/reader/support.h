// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "reader/gzip_source.h"
#include "reader/reader.h"

namespace reader_test {

using namespace nsearch;
using namespace nsearch::indexer;

/// Keeps what a reader tells; stops it after `stop_after` calls.
struct Collected final : RecordSink {
  std::vector<Document> documents;
  std::vector<Rejection> rejections;
  std::vector<std::string> notes;
  std::size_t stop_after = static_cast<std::size_t>(-1);

  bool document(Document&& d) override {
    documents.push_back(std::move(d));
    return more();
  }
  bool reject(Rejection&& r) override {
    rejections.push_back(std::move(r));
    return more();
  }
  void note(std::uint64_t line, std::string&& text) override {
    notes.push_back(std::to_string(line) + ": " + text);
  }
  bool more() const { return documents.size() + rejections.size() < stop_after; }
};

/// Gives at most `piece` bytes at a time.
class PieceSource final : public ByteSource {
 public:
  PieceSource(std::string_view bytes, std::size_t piece) : bytes_(bytes), piece_(piece) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = bytes_.copy(buffer, std::min(size, piece_), at_);
    at_ += count;
    return count;
  }
  std::uint64_t bytes_read() const override { return at_; }
  std::string_view peek() override { return bytes_.substr(at_, peek_size); }

 private:
  std::string_view bytes_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

inline Collected read_source(const std::string& format, ByteSource& source, const ReaderOptions& options = {},
                             const std::string& path = "in") {
  Collected collected;
  choose_reader(format, "", "")->make(options)->read(source, {path, 0}, collected);
  return collected;
}

inline Collected read_bytes(const std::string& format, std::string_view bytes,
                            const ReaderOptions& options = {}) {
  const auto source = memory_source(bytes);
  return read_source(format, *source, options);
}

/// `window`: as zlib takes it, which says whether it is wrapped as zlib, as gzip or not at all.
inline std::string deflated(std::string_view bytes, int window) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string gzip(std::string_view bytes) {
  return deflated(bytes, 15 + 16);
}

/// The one document that was read.
inline Document only(const Collected& read) {
  REQUIRE(read.documents.size() == 1);
  return read.documents.front();
}

/// All values of a facet, with | between them.
inline std::string facet(const Document& document, const std::string& name) {
  std::string values;
  for (const auto& [facet_name, value] : document.facets) {
    if (facet_name == name) values += (values.empty() ? "" : "|") + value;
  }
  return values;
}

/// A folder that is removed in the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "nsearch-reader-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  /// Writes a file and gives its path.
  std::string file(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

inline std::unique_ptr<ByteSource> open_gzip(const std::string& path) {
  return peeking(gzip_source(open_source(path)));
}

/// All that is left of a source, `size` bytes asked at a time.
inline std::string drain(ByteSource& source, std::size_t size = 1000) {
  std::string all;
  std::string buffer(size, '\0');
  while (const std::size_t count = source.read(buffer.data(), size)) all.append(buffer, 0, count);
  return all;
}

/// Gives `begin`, then a piece over and over, so many bytes in all, then `end`, without holding them.
class LongSource final : public ByteSource {
 public:
  LongSource(std::string begin, const std::string& piece, std::uint64_t size, std::string end)
      : begin_(std::move(begin)), size_(size), end_(std::move(end)) {
    while (pieces_.size() < 64 * 1024) pieces_ += piece;
  }

  std::size_t read(char* buffer, std::size_t size) override {
    const std::string_view next = rest().substr(0, size);
    next.copy(buffer, next.size());
    at_ += next.size();
    return next.size();
  }
  std::uint64_t bytes_read() const override { return at_; }
  std::string_view peek() override { return begin_; }

 private:
  /// What comes next, or a part of it.
  std::string_view rest() const {
    std::uint64_t at = at_;
    if (at < begin_.size()) return std::string_view(begin_).substr(at);
    at -= begin_.size();
    if (at >= size_) return std::string_view(end_).substr(at - size_);
    return std::string_view(pieces_).substr(at % pieces_.size(), size_ - at);
  }

  std::string begin_, pieces_;
  std::uint64_t size_;
  std::string end_;
  std::uint64_t at_ = 0;
};

}  // namespace reader_test
