// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include "reader/byte_source.h"
#include "reader/charset.h"
#include "reader/charset_converter.h"

namespace nsearch::indexer {

/// A source of any charset as a stream of well-formed UTF-8, whole characters a piece. The charset is found by the
/// first 64 KiB, as find_charset() does, or, as long as these are plain ASCII, by the first piece that is not.
class DecodedSource {
 public:
  /// `declared`: the charset that the input's envelope says; may be empty.
  DecodedSource(ByteSource& source, std::string declared);
  DecodedSource(const DecodedSource&) = delete;
  DecodedSource& operator=(const DecodedSource&) = delete;

  /// The next piece into `text`; false at the end. Throws as ByteSource::read().
  bool next(std::string& text);

  /// Where a place in the decoded text stands in the input: exact where that is UTF-8, else about.
  std::uint64_t input_offset(std::uint64_t decoded) const;

  /// What is to be said of the charset, when all is read: see charset_note(). Empty: nothing.
  std::string note() const;

 private:
  bool fetch();
  void decide(std::string_view bytes);
  std::size_t decode(std::string& text);
  std::size_t decode_utf8(std::string& text);

  ByteSource& source_;
  const std::string declared_;
  std::string pending_;  ///< bytes of the input that are not decoded yet
  std::exception_ptr trouble_;
  std::size_t mark_ = 0;  ///< bytes of the byte order mark
  bool begun_ = false;
  bool ended_ = false;
  bool decided_ = false;  ///< bytes beyond ASCII were met
  CharsetChoice charset_{"UTF-8", false};
  std::optional<CharsetConverter> converter_;  ///< none: UTF-8 without faults
  std::uint64_t piece_input_ = 0;              ///< where the last piece begins in the input
  std::uint64_t piece_decoded_ = 0;            ///< and in the decoded text
  std::uint64_t input_ = 0;                    ///< where the next one does
  std::uint64_t decoded_ = 0;
};

}  // namespace nsearch::indexer
