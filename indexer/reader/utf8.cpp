// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/utf8.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace nsearch::indexer {
namespace {

using Byte = unsigned char;

/// A lead byte's sequence: its length and the range of its second byte.
struct Sequence {
  std::size_t length;
  Byte low;
  Byte high;
};

Sequence sequence_of(Byte lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

bool well_formed(std::string_view rest, const Sequence& sequence) {
  if (sequence.length == 0 || rest.size() < sequence.length) return false;
  if (sequence.length == 1) return true;
  const auto second = static_cast<Byte>(rest[1]);
  if (second < sequence.low || second > sequence.high) return false;
  return std::all_of(rest.begin() + 2, rest.begin() + static_cast<std::ptrdiff_t>(sequence.length),
                     [](char c) { return (static_cast<Byte>(c) & 0xC0) == 0x80; });
}

/// White space beyond ASCII, and what shows nothing either (zero-width space, byte order mark).
constexpr std::array<std::string_view, 24> wide_spaces = {
    "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
    "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B", "\u200C",
    "\u200D", "\u2028", "\u2029", "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF"};

std::size_t space_length(std::string_view rest) {
  const auto first = static_cast<Byte>(rest.front());
  if (first <= ' ' || first == 0x7F) return 1;
  if (first < 0x80) return 0;
  for (std::string_view space : wide_spaces) {
    if (rest.substr(0, space.size()) == space) return space.size();
  }
  return 0;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::string_view::npos;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const Sequence sequence = sequence_of(static_cast<Byte>(bytes[at]));
    if (!well_formed(bytes.substr(at), sequence)) return at;
    at += sequence.length;
  }
  return std::string_view::npos;
}

std::string_view foreign_byte_order_mark(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.substr(0, 4) == "\xFF\xFE\0\0"sv) return "UTF-32LE";
  if (head.substr(0, 4) == "\0\0\xFE\xFF"sv) return "UTF-32BE";
  if (head.substr(0, 2) == "\xFF\xFE"sv) return "UTF-16LE";
  if (head.substr(0, 2) == "\xFE\xFF"sv) return "UTF-16BE";
  return {};
}

std::string invalid_utf8_reason(char byte) {
  return "invalid UTF-8: " + hex_byte(byte) +
         "; if it is text in another encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8";
}

std::optional<TextFault> find_text_fault(std::string_view bytes) {
  if (const std::string_view encoding = foreign_byte_order_mark(bytes); !encoding.empty()) {
    return TextFault{0, "the text is " + std::string(encoding) + ", not UTF-8; convert it: iconv -f " +
                            std::string(encoding.substr(0, 6)) + " -t UTF-8"};
  }
  const std::size_t nul = bytes.find('\0');
  const std::size_t invalid = find_invalid_utf8(bytes.substr(0, nul));
  if (nul != std::string_view::npos && invalid != std::string_view::npos) {
    return TextFault{std::min(nul, invalid), "binary: NUL bytes (0x00) and others that are no UTF-8"};
  }
  if (nul != std::string_view::npos) return TextFault{nul, "binary: a NUL byte (0x00)"};
  if (invalid != std::string_view::npos) return TextFault{invalid, invalid_utf8_reason(bytes[invalid])};
  return std::nullopt;
}

bool may_be_text(std::string_view head) {
  if (head.find('\0') != std::string_view::npos) return false;
  const std::size_t invalid = find_invalid_utf8(head);
  if (invalid == std::string_view::npos) return true;
  const std::string_view rest = head.substr(invalid);
  const Sequence sequence = sequence_of(static_cast<Byte>(rest.front()));
  if (rest.size() >= sequence.length) return false;
  std::string completed(rest);
  if (rest.size() == 1) completed += static_cast<char>(sequence.low);
  completed.resize(sequence.length, '\x80');
  return well_formed(completed, sequence);
}

bool is_blank(std::string_view utf8) {
  while (!utf8.empty()) {
    const std::size_t length = space_length(utf8);
    if (length == 0) return false;
    utf8.remove_prefix(length);
  }
  return true;
}

std::string hex_byte(char byte) {
  constexpr char digits[] = "0123456789ABCDEF";
  const auto value = static_cast<Byte>(byte);
  return {'0', 'x', digits[value >> 4], digits[value & 15]};
}

}  // namespace nsearch::indexer
