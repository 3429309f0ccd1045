// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/value_beginnings.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

namespace nsearch::glass {

ValueBeginnings::ValueBeginnings(const Table& table, std::uint32_t slot, std::uint32_t last_document)
    : reader_(table, slot),
      shared_(common_beginning(table, slot).size()),
      kept_(std::min(last_document, most_kept - 1) + 1) {
  void* none_read = std::calloc(kept_, sizeof(std::uint64_t));
  if (none_read == nullptr) throw std::bad_alloc();
  beginnings_.reset(static_cast<std::uint64_t*>(none_read));
}

std::uint64_t ValueBeginnings::beginning(std::string_view value) const {
  value.remove_prefix(std::min(shared_, value.size()));
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, value.data(), std::min(value.size(), sizeof bytes));
  if constexpr (std::endian::native == std::endian::little) bytes = __builtin_bswap64(bytes);
  return std::max<std::uint64_t>(bytes, unknown + 1);
}

/// Likely its neighbours will be asked for as well.
std::uint64_t ValueBeginnings::read(std::uint32_t document) {
  reader_.read_chunk(document, [this](std::uint32_t at, std::string_view value) {
    if (at < kept_) beginnings_[at] = beginning(value);
  });
  if (beginnings_[document] == unknown) beginnings_[document] = beginning({});
  return beginnings_[document];
}

}  // namespace nsearch::glass
