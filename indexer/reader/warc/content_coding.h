// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nsearch::indexer {

/// What became of bytes that were to be decoded.
enum class Decoded {
  whole,
  partly,     ///< damaged or cut short: what came before is there
  not_coded,  ///< they are not in that coding at all
  too_large   ///< more than `most` bytes: these are there
};

/// HTTP's "Transfer-Encoding: chunked" (RFC 9112, 7.1) taken off.
Decoded dechunk(std::string_view body, std::string& out);

/// gzip, or zlib's format, or bare deflate, which some servers call deflate (RFC 9110, 8.4.1).
Decoded inflate_body(std::string_view body, std::size_t most, std::string& out);

/// Brotli (RFC 7932).
Decoded decode_brotli(std::string_view body, std::size_t most, std::string& out);

}  // namespace nsearch::indexer
