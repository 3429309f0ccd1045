// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/gzip_source.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t chunk = 64 * 1024;

class GzipSource final : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> compressed)
      : compressed_(std::move(compressed)), buffer_(chunk) {
    constexpr int gzip_only = 15 + 16;  // the largest window; no zlib wrapper
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  std::size_t read(char* buffer, std::size_t size) override {
    const auto room = static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
    stream_.next_out = reinterpret_cast<Bytef*>(buffer);
    stream_.avail_out = room;
    // What one call can give is given before trouble in the next is met.
    while (stream_.avail_out == room && room > 0 && begin_member()) inflate_some(room);
    return room - stream_.avail_out;
  }

  std::uint64_t bytes_read() const override { return compressed_->bytes_read(); }
  std::string_view peek() override { return {}; }  // see the source around this one

 private:
  bool refill() {
    if (stream_.avail_in > 0) return true;
    const std::size_t count = compressed_->read(buffer_.data(), buffer_.size());
    stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
    stream_.avail_in = static_cast<uInt>(count);
    taken_ += count;
    return count > 0;
  }

  std::uint64_t offset() const { return taken_ - stream_.avail_in; }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorCode::corrupt,
                "gzip: " + what + " at byte " + std::to_string(offset()) + " of the compressed data");
  }

  /// True within a member, or at the beginning of one; false at the end of the input.
  bool begin_member() {
    if (inside_) return true;
    if (!first_) skip_zeros();
    if (!refill()) return false;
    if (!first_ && *stream_.next_in != 0x1f) fail("bytes after the end that are not gzip");
    if (!first_) inflateReset(&stream_);
    first_ = false;
    inside_ = true;
    return true;
  }

  void skip_zeros() {
    while (refill() && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
    }
  }

  /// What was inflated before the trouble is given first; zlib tells of the trouble again at the next call.
  void inflate_some(uInt room) {
    if (!refill()) fail("cut short");
    const int status = inflate(&stream_, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      inside_ = false;
    } else if (status == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (status != Z_OK && stream_.avail_out == room) {
      fail(std::string("damaged (") + (stream_.msg != nullptr ? stream_.msg : "unexpected data") + ")");
    }
  }

  std::unique_ptr<ByteSource> compressed_;
  std::vector<char> buffer_;
  z_stream stream_{};
  std::uint64_t taken_ = 0;  ///< compressed bytes given to zlib's input
  bool first_ = true;
  bool inside_ = false;
};

}  // namespace

bool looks_like_gzip(std::string_view head) {
  return head.substr(0, 3) == "\x1f\x8b\x08";
}

std::unique_ptr<ByteSource> gzip_source(std::unique_ptr<ByteSource> compressed) {
  return std::make_unique<GzipSource>(std::move(compressed));
}

}  // namespace nsearch::indexer
