// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace nsearch::indexer::glass {

/// Compresses tags: raw deflate streams (RFC 1951). Not thread-safe. Throws std::bad_alloc.
class Deflater {
 public:
  Deflater();
  ~Deflater();

  /// The compressed bytes, valid until the next call; empty where they would be no shorter.
  std::string_view compress(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string buffer_;
};

}  // namespace nsearch::indexer::glass
