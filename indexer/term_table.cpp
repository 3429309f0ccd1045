// SPDX-License-Identifier: GPL-2.0-or-later
#include "term_table.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

namespace nsearch::indexer {
namespace {

constexpr std::size_t initial_slots = 4096;

std::uint64_t leading_bytes(std::string_view term) {
  std::uint64_t value = 0;
  std::memcpy(&value, term.data(), std::min(term.size(), sizeof value));
  return std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
}

}  // namespace

TermTable::TermTable() : slots_(initial_slots) {}

void TermTable::clear() {
  std::fill(slots_.begin(), slots_.end(), 0);
  bytes_.clear();
  entries_.clear();
  occurrences_.clear();
}

void TermTable::add(std::string_view term, std::uint32_t wdf, std::uint32_t position) {
  std::size_t index = find(term);
  Entry& entry = entries_[index];
  entry.wdf += wdf;
  if (entry.positions != 0 && entry.last_position == position) return;
  ++entry.positions;
  entry.last_position = position;
  occurrences_.push_back({static_cast<std::uint32_t>(index), position});
}

std::size_t TermTable::find(std::string_view term) {
  const std::uint64_t hash = XXH3_64bits(term.data(), term.size());
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash == hash && std::string_view(bytes_).substr(entry.begin, entry.size) == term) {
      return slots_[slot] - 1;
    }
  }
  entries_.push_back({hash, leading_bytes(term), static_cast<std::uint32_t>(bytes_.size()),
                      static_cast<std::uint32_t>(term.size()), 0, 0, 0});
  bytes_ += term;
  slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  if (entries_.size() * 2 > slots_.size()) grow();
  return entries_.size() - 1;
}

void TermTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = entries_[i].hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void TermTable::sort() {
  sorted_.resize(entries_.size());
  std::iota(sorted_.begin(), sorted_.end(), 0u);
  const std::string_view bytes = bytes_;
  std::sort(sorted_.begin(), sorted_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Entry &x = entries_[a], &y = entries_[b];
    if (x.order != y.order) return x.order < y.order;
    return bytes.substr(x.begin, x.size) < bytes.substr(y.begin, y.size);
  });
}

void TermTable::write(DocumentPostings& out) {
  sort();
  next_position_.resize(entries_.size());
  out.terms.clear();
  out.term_bytes.clear();
  out.term_bytes.reserve(bytes_.size());
  std::uint32_t positions = 0;
  for (std::uint32_t index : sorted_) {
    const Entry& entry = entries_[index];
    const auto begin = static_cast<std::uint32_t>(out.term_bytes.size());
    out.term_bytes.append(bytes_, entry.begin, entry.size);
    out.terms.push_back({begin, entry.size, entry.wdf, positions, entry.positions});
    next_position_[index] = positions;
    positions += entry.positions;
  }
  out.position_list.resize(positions);
  for (const Occurrence& o : occurrences_) out.position_list[next_position_[o.entry]++] = o.position;
}

}  // namespace nsearch::indexer
