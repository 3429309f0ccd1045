// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nsearch::indexer {

/// Where bytes stop being text, and why.
struct TextFault {
  std::size_t offset = 0;
  std::string reason;
};

/// The offset of the first byte that begins no well-formed UTF-8 sequence (Unicode 15, table 3-7: neither
/// overlong forms nor surrogates); npos if all is well. A sequence that the end cuts off is a fault at its
/// first byte.
std::size_t find_invalid_utf8(std::string_view bytes);

/// What keeps `bytes` from being plain UTF-8 text: a byte order mark of another encoding, a NUL, or an
/// invalid sequence, with what to do about it.
std::optional<TextFault> find_text_fault(std::string_view bytes);

/// What is said of a byte that begins no well-formed sequence.
std::string invalid_utf8_reason(char byte);

/// Whether `head`, the first bytes of an input, may begin a UTF-8 text; a character cut off by its end is
/// forgiven.
bool may_be_text(std::string_view head);

/// The name of the UTF-16 or UTF-32 encoding whose byte order mark `head` begins with; empty: none.
std::string_view foreign_byte_order_mark(std::string_view head);

/// Whether well-formed UTF-8 holds nothing but white space, Unicode's included.
bool is_blank(std::string_view utf8);

/// A byte as "0xE9".
std::string hex_byte(char byte);

}  // namespace nsearch::indexer
