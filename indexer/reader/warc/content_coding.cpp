// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/warc/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <new>

namespace nsearch::indexer {
namespace {

constexpr std::size_t chunk = 64 * 1024;

/// What decoding into pieces of bounded size ends with: `step` gives how many bytes it put into the buffer, and whether it can go on.
struct Step {
  std::size_t bytes = 0;
  bool ended = false;
  bool failed = false;
};

template <typename Decode>
Decoded decode_all(std::size_t most, std::string& out, Decode&& decode) {
  out.clear();
  for (;;) {
    const std::size_t have = out.size();
    out.resize(have + chunk);
    const Step step = decode(reinterpret_cast<unsigned char*>(out.data()) + have, chunk);
    out.resize(have + step.bytes);
    if (out.size() > most) {
      out.resize(most);
      return Decoded::too_large;
    }
    if (step.ended) return Decoded::whole;
    if (step.failed) return out.empty() ? Decoded::not_coded : Decoded::partly;
  }
}

Decoded inflate_as(int window, std::string_view body, std::size_t most, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(body.size(), UINT_MAX));
  return decode_all(most, out, [&](unsigned char* buffer, std::size_t size) {
    stream.next_out = buffer;
    stream.avail_out = static_cast<uInt>(size);
    const int status = inflate(&stream, Z_NO_FLUSH);
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    const bool stuck = status == Z_OK && stream.avail_out == size;
    return Step{size - stream.avail_out, status == Z_STREAM_END, status != Z_OK || stuck};
  });
}

/// The size in a chunk's first line; false: no such line. `line` is all of it.
bool read_chunk_size(std::string_view body, std::size_t& size, std::size_t& line) {
  constexpr std::size_t longest = 1024;
  const std::size_t end = body.substr(0, longest).find('\n');
  if (end == body.npos) return false;
  const std::string_view text = body.substr(0, end);
  const auto [last, error] = std::from_chars(text.data(), text.data() + text.size(), size, 16);
  const auto after = static_cast<std::size_t>(last - text.data());
  const bool ended = after == text.size() || text[after] == '\r' || text[after] == ';' || text[after] == ' ';
  line = end + 1;
  return error == std::errc() && ended;
}

}  // namespace

Decoded dechunk(std::string_view body, std::string& out) {
  out.clear();
  std::size_t size = 0;
  std::size_t line = 0;
  if (!read_chunk_size(body, size, line)) return Decoded::not_coded;
  for (;;) {
    body.remove_prefix(line);
    if (size == 0) return Decoded::whole;
    if (size > body.size()) {
      out += body;
      return Decoded::partly;
    }
    out += body.substr(0, size);
    body.remove_prefix(size);
    body.remove_prefix(std::min<std::size_t>(body.starts_with("\r\n") ? 2
                                             : body.starts_with('\n') ? 1
                                                                      : 0,
                                             body.size()));
    if (!read_chunk_size(body, size, line)) {
      out += body;
      return Decoded::partly;
    }
  }
}

Decoded inflate_body(std::string_view body, std::size_t most, std::string& out) {
  constexpr int gzip_or_zlib = 15 + 32;
  constexpr int bare = -15;
  const Decoded wrapped = inflate_as(gzip_or_zlib, body, most, out);
  return wrapped == Decoded::not_coded ? inflate_as(bare, body, most, out) : wrapped;
}

Decoded decode_brotli(std::string_view body, std::size_t most, std::string& out) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) throw std::bad_alloc();
  const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left = body.size();
  return decode_all(most, out, [&](unsigned char* buffer, std::size_t size) {
    std::size_t room = size;
    const auto status = BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &buffer, nullptr);
    return Step{size - room, status == BROTLI_DECODER_RESULT_SUCCESS,
                status == BROTLI_DECODER_RESULT_ERROR || status == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT};
  });
}

}  // namespace nsearch::indexer
