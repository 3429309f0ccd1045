// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reader/decoded_source.h"
#include "reader/xml/xml_attributes.h"

namespace nsearch::indexer {

/// The charset that the XML declaration at the beginning of `head` names; empty: none.
std::string xml_encoding(std::string_view head);

/// The bytes that an XML parser is given: UTF-8, without the characters that XML forbids (control characters become
/// spaces) and without white space before the XML declaration, which it forbids too.
class XmlInput {
 public:
  explicit XmlInput(ByteSource& source);

  /// Up to `size` bytes; 0 at the end. `before_root`: no element was seen yet. Throws Error(corrupt) also where
  /// max_xml_prolog is passed, or
  /// max_xml_attributes in an element.
  int read(char* buffer, int size, bool before_root);

  std::uint64_t offset(std::uint64_t parsed) const { return decoded_.input_offset(parsed + skipped_); }
  std::uint64_t skipped_lines() const { return skipped_lines_; }
  std::string note() const { return decoded_.note(); }

 private:
  bool refill();

  DecodedSource decoded_;
  XmlAttributes attributes_;
  std::string piece_;
  std::size_t given_ = 0;  ///< of the piece
  std::uint64_t total_ = 0;
  std::uint64_t skipped_ = 0;  ///< white space at the beginning, in bytes
  std::uint64_t skipped_lines_ = 0;
  bool begun_ = false;
  bool cut_ = false;  ///< the piece, before an attribute that is one too many
};

}  // namespace nsearch::indexer
