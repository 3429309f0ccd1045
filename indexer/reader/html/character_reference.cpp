// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/character_reference.h"

#include <libxml/HTMLparser.h>
#include <unicode/utf8.h>

#include <array>
#include <charconv>
#include <cstdint>

namespace nsearch::indexer {
namespace {

/// Windows-1252 from 0x80 on; 0: nothing is there.
constexpr std::array<std::uint16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr std::string_view no_break_space = "\xC2\xA0";

std::string utf8_of(std::uint32_t value) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(value));
  return {bytes, static_cast<std::size_t>(length)};
}

/// Of "#233" and "#xE9"; empty: no character, or a control.
std::string numbered_character(std::string_view number) {
  number.remove_prefix(1);
  const bool hexadecimal = number.starts_with('x') || number.starts_with('X');
  if (hexadecimal) number.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(number.data(), number.data() + number.size(), value, hexadecimal ? 16 : 10);
  if (error != std::errc() || end != number.data() + number.size()) return {};
  if (value >= 0x80 && value < 0xA0)
    value = windows_1252[value - 0x80] != 0 ? windows_1252[value - 0x80] : ' ';
  if (value == '\t' || value == '\n' || value == '\r') return " ";
  if (value < 0x20 || value == 0x7F || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {};
  return utf8_of(value);
}

}  // namespace

std::string named_character(std::string_view name) {
  if (name == "apos") return "'";
  const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  return known == nullptr ? std::string() : utf8_of(known->value);
}

std::string character_reference(std::string_view reference) {
  std::string_view name = reference;
  if (name.starts_with('&')) name.remove_prefix(1);
  if (name.ends_with(';')) name.remove_suffix(1);
  std::string character = name.starts_with('#') ? numbered_character(name) : named_character(name);
  if (character == no_break_space) return " ";
  return character.empty() ? std::string(reference) : character;
}

}  // namespace nsearch::indexer
