// SPDX-License-Identifier: GPL-2.0-or-later
#include "term_table.h"

#include <algorithm>

#include "short_bytes.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t initial_slots = 4096;

}  // namespace

TermTable::TermTable() : slots_(initial_slots) {}

void TermTable::clear() {
  slots_.assign(initial_slots, 0);  // however large the document before was
  size_ = 0;
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
  const std::uint32_t hash = term_hash(term);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash == hash && equal_few(text(entry), term)) return slots_[slot] - 1;
  }
  entries_.push_back(
      {hash, static_cast<std::uint32_t>(size_), static_cast<std::uint32_t>(term.size()), 0, 0, 0});
  if (bytes_.size() - size_ < term.size()) bytes_.resize(2 * (bytes_.size() + term.size()));
  copy_few(bytes_.data() + size_, term.data(), term.size());
  size_ += term.size();
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

void TermTable::write(DocumentPostings& out) {
  out.term_bytes.assign(bytes_, 0, size_);
  out.terms.clear();
  next_position_.resize(entries_.size());
  std::uint32_t positions = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    out.terms.push_back({entry.begin, entry.size, entry.wdf, positions, entry.positions, entry.hash});
    next_position_[i] = positions;
    positions += entry.positions;
  }
  out.position_list.resize(positions);
  for (const Occurrence& o : occurrences_) out.position_list[next_position_[o.entry]++] = o.position;
}

}  // namespace nsearch::indexer
