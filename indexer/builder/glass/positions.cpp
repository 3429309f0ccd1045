// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/positions.h"

#include <bit>

#include "builder/glass/encoding.h"

namespace nsearch::indexer::glass {
namespace {

/// Numbers of any width, lowest bit first; bytes fill from their lowest bit up.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  void put(std::uint64_t value, unsigned width) {
    pending_ |= value << used_;
    used_ += width;
    for (; used_ >= 8; used_ -= 8, pending_ >>= 8) out_ += static_cast<char>(pending_);
  }

  /// A value known to be below `of`: where `of` is no power of two, the values in the middle take a bit less.
  void put_choice(std::uint64_t value, std::uint64_t of) {
    const auto width = static_cast<unsigned>(std::bit_width(of - 1));
    const std::uint64_t short_codes = (std::uint64_t{1} << width) - of;
    const std::uint64_t low = (of - short_codes) / 2;
    if (short_codes == 0 || value < low) return put(value, width);
    if (value < low + short_codes) return put(value, width - 1);
    put((value - low - short_codes) | std::uint64_t{1} << (width - 1), width);
  }

  void flush() {
    if (used_ != 0) out_ += static_cast<char>(pending_);
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;  // fewer than 8 bits between calls, so 33 more fit
  unsigned used_ = 0;
};

/// What lies between the first and the last of `part`, both known to the reader.
void put_between(BitWriter& bits, std::span<const std::uint32_t> part) {
  while (part.size() > 2) {
    const std::size_t last = part.size() - 1, middle = last / 2;
    bits.put_choice(part[middle] - part[0] - middle, part[last] - part[0] - last + 1);
    put_between(bits, part.first(middle + 1));
    part = part.subspan(middle);
  }
}

}  // namespace

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  const std::uint32_t first = positions.front(), last = positions.back();
  append_varint(out, last);
  if (positions.size() == 1) return;
  BitWriter bits(out);
  bits.put_choice(first, last);
  bits.put_choice(positions.size() - 2, last - first);
  put_between(bits, positions);
  bits.flush();
}

}  // namespace nsearch::indexer::glass
