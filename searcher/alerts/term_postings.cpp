// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/term_postings.h"

#include <xxhash.h>

namespace nsearch::searcher {

namespace {

std::uint64_t hash_of(std::string_view term) {
  return XXH3_64bits(term.data(), term.size());
}

}  // namespace

/// Where the term is, or where it would be.
std::size_t TermPostings::slot_of(std::uint64_t hash, std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].term != none && (slots_[at].hash != hash || term(slots_[at].term) != text))
    at = (at + 1) & mask;
  return at;
}

void TermPostings::add(std::string_view term, std::uint32_t document) {
  const std::uint64_t hash = hash_of(term);
  std::size_t at = slot_of(hash, term);
  if (slots_[at].term == none) {
    if ((terms() + 1) * 2 > slots_.size()) {
      grow();
      at = slot_of(hash, term);
    }
    slots_[at] = {hash, static_cast<std::uint32_t>(terms())};
    text_ += term;
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  }
  pairs_.push_back({slots_[at].term, document});
}

void TermPostings::grow() {
  const std::vector<Slot> old = std::move(slots_);
  slots_.assign(old.size() * 2, {});
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.term == none) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].term != none) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

void TermPostings::finish() {
  firsts_.assign(terms() + 1, 0);
  for (const Pair& pair : pairs_) ++firsts_[pair.term + 1];
  for (std::size_t i = 1; i < firsts_.size(); ++i) firsts_[i] += firsts_[i - 1];
  documents_.resize(pairs_.size());
  std::vector<std::uint32_t> next = firsts_;
  for (const Pair& pair : pairs_) documents_[next[pair.term]++] = pair.document;
  pairs_ = {};
  bits_.assign(slots_.size() * bits_a_slot / 64, 0);
  for (const Slot& slot : slots_) {
    if (slot.term == none) continue;
    const std::size_t bit = (slot.hash >> 32) & (bits_.size() * 64 - 1);
    bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
}

TermPostings::Documents TermPostings::find(std::string_view term) const {
  const std::uint64_t hash = hash_of(term);
  const std::size_t bit = (hash >> 32) & (bits_.size() * 64 - 1);
  if ((bits_[bit / 64] >> (bit % 64) & 1) == 0) return {};
  const std::uint32_t number = slots_[slot_of(hash, term)].term;
  if (number == none) return {};
  return {documents_.data() + firsts_[number], firsts_[number + 1] - firsts_[number]};
}

}  // namespace nsearch::searcher
