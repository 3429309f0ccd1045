// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace nsearch::storage {

/// Numbers and texts one after the other. A number is a varint: seven bits a byte, low bits first, the high bit
/// set on all but the last byte. A text is its length in bytes as a number, then the bytes.
class FieldWriter {
 public:
  explicit FieldWriter(std::size_t expected = 0) { bytes_.reserve(expected); }

  void number(std::uint64_t value) {
    while (value >= 0x80) {
      bytes_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    bytes_ += static_cast<char>(value);
  }

  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }

  std::size_t size() const { return bytes_.size(); }
  std::string take() { return std::exchange(bytes_, {}); }

 private:
  std::string bytes_;
};

/// Reads back what a FieldWriter wrote. Calls `damaged`, which throws, where the bytes can't be that.
class FieldReader {
 public:
  using Damaged = void (*)(const char* what);

  FieldReader(std::string_view bytes, Damaged damaged) : rest_(bytes), damaged_(damaged) {}

  bool at_end() const { return rest_.empty(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) damaged_("it ends within a number");
      const auto byte = static_cast<std::uint8_t>(rest_.front());
      rest_.remove_prefix(1);
      if (shift == 63 && byte > 1) break;
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    damaged_("a number is too large");
    return 0;
  }

  std::uint32_t small_number() {
    const std::uint64_t value = number();
    if (value > std::numeric_limits<std::uint32_t>::max()) damaged_("an offset is too large");
    return static_cast<std::uint32_t>(value);
  }

  std::string_view text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) damaged_("it ends within a text");
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }

  void expect_end() const {
    if (!rest_.empty()) damaged_("something follows its last field");
  }

 private:
  std::string_view rest_;
  Damaged damaged_;
};

}  // namespace nsearch::storage
