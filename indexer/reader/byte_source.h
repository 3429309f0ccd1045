// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace nsearch::indexer {

/// A stream of bytes: a file, standard input, or what is packed in either. Not thread-safe, except bytes_read().
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Up to `size` bytes into `buffer`, fewer than asked also before the end; 0 at the end. Throws Error(io)
  /// naming the path when the system refuses, and Error(corrupt) naming the byte of the compressed input (not
  /// the path: the caller rejects it under its path) where compressed data is damaged or cut. What came
  /// before was delivered.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
  /// Bytes taken from the disk so far (compressed ones where the input is compressed). May be asked from
  /// another thread.
  virtual std::uint64_t bytes_read() const = 0;
  /// The first bytes (up to 4 KiB, decompressed) without consuming them; to be asked before the first read().
  /// Never throws Error: it gives what could be read, and the read() that reaches the trouble throws. The
  /// view lives until the next read().
  virtual std::string_view peek() = 0;
};

/// Opens `path` ("-": standard input). Throws Error(io).
std::unique_ptr<ByteSource> open_source(const std::string& path);

/// Gives a source that has none its peek().
std::unique_ptr<ByteSource> peeking(std::unique_ptr<ByteSource> source);

/// How many bytes peek() gives at most.
inline constexpr std::size_t peek_size = 4096;

/// A source over bytes in memory, which must outlive it.
std::unique_ptr<ByteSource> memory_source(std::string_view bytes);

}  // namespace nsearch::indexer
