// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/positions.h"

#include <algorithm>
#include <bit>

namespace nsearch::glass {

namespace {

/// Of one term in one document, a gigabyte of them: more are damage, for consecutive ones take no room in a tag.
constexpr std::size_t most_positions = std::size_t{1} << 28;

/// Numbers of as many bits as their range needs, the lowest bit first.
class BitReader {
 public:
  BitReader(const Byte* at, const Byte* end) : at_(at), end_(end) {}

  /// A number below `of`. The middle ones of the range take a bit less than the others.
  std::uint32_t choice(std::uint32_t of) {
    if (of <= 1) return 0;
    const auto width = static_cast<unsigned>(std::bit_width(of - 1));
    const std::uint64_t shorter = (std::uint64_t{1} << width) - of;
    if (shorter == 0) return static_cast<std::uint32_t>(bits(width));
    const std::uint64_t low = (of - shorter) / 2;
    const std::uint64_t value = bits(width - 1);
    if (value >= low || bits(1) == 0) return static_cast<std::uint32_t>(value);
    return static_cast<std::uint32_t>(value + low + shorter);
  }

  bool ran_out() const { return ran_out_; }

 private:
  std::uint64_t bits(unsigned count) {
    while (held_ < count) {
      ran_out_ = ran_out_ || at_ == end_;
      const std::uint64_t byte = at_ == end_ ? 0 : *at_++;
      bits_ |= byte << held_;
      held_ += 8;
    }
    const std::uint64_t value = bits_ & ((std::uint64_t{1} << count) - 1);
    bits_ >>= count;
    held_ -= count;
    return value;
  }

  const Byte* at_;
  const Byte* end_;
  std::uint64_t bits_ = 0;
  unsigned held_ = 0;
  bool ran_out_ = false;
};

/// The positions between two that are known; false where they have no room.
bool decode_between(BitReader& bits, std::vector<std::uint32_t>& positions, std::size_t low,
                    std::size_t high) {
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    const std::uint64_t span = std::uint64_t{positions[high]} - positions[low];
    if (positions[high] <= positions[low] || span < high - low) return false;
    const auto room = static_cast<std::uint32_t>(span - (high - low) + 1);
    positions[middle] = positions[low] + static_cast<std::uint32_t>(middle - low) + bits.choice(room);
    if (!decode_between(bits, positions, low, middle)) return false;
    low = middle;
  }
  return true;
}

}  // namespace

bool decode_positions(std::string_view tag, std::vector<std::uint32_t>& positions) {
  positions.clear();
  const Byte* at = reinterpret_cast<const Byte*>(tag.data());
  const Byte* const end = at + tag.size();
  std::uint32_t last = 0;
  if (!take_varint(at, end, last)) return false;
  if (at == end) {
    positions.push_back(last);
    return true;
  }
  BitReader bits(at, end);
  const std::uint32_t first = bits.choice(last);
  if (first >= last) return false;
  const std::size_t count = std::size_t{bits.choice(last - first)} + 2;
  if (bits.ran_out() || count > std::min(std::size_t{last - first} + 1, most_positions)) return false;
  positions.resize(count);
  positions.front() = first;
  positions.back() = last;
  return decode_between(bits, positions, 0, count - 1) && !bits.ran_out();
}

PositionReader::PositionReader(const Table& table, std::string_view term) : cursor_(table) {
  append_sortable_text(key_, term, true);
  term_bytes_ = key_.size();
}

const std::vector<std::uint32_t>& PositionReader::read(std::uint32_t document) {
  key_.resize(term_bytes_);
  append_sortable(key_, document);
  positions_.clear();
  if (!cursor_.seek(key_)) return positions_;
  std::string_view tag;
  const bool whole = cursor_.tag(tag, buffer_) && decode_positions(tag, positions_);
  cursor_.check();
  if (!whole) cursor_.corrupt("a list of positions is damaged");
  return positions_;
}

}  // namespace nsearch::glass
