// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/kept_lists.h"

#include <functional>
#include <new>

namespace nsearch::glass {

KeptLists::KeptLists(std::uint32_t last_document) : last_document_(last_document) {
  void* const none_asked = std::calloc(most_noted, sizeof(std::uint16_t));
  if (none_asked == nullptr) throw std::bad_alloc();
  asked_once_.reset(static_cast<std::uint16_t*>(none_asked));
}

/// What another term has overwritten counts as not asked.
bool KeptLists::asked_before(const std::string& term) {
  const std::uint64_t hash = std::hash<std::string>()(term);
  std::uint16_t& noted = asked_once_[hash % most_noted];
  const auto mark = static_cast<std::uint16_t>(hash >> 32 | 1);
  const bool before = noted == mark;
  noted = mark;
  return before;
}

const KeptList* KeptLists::ask(const std::string& term, const PostingList& list) {
  return asked_before(term) ? keep(term, list) : nullptr;
}

const KeptList* KeptLists::keep(const std::string& term, const PostingList& list) {
  const std::uint32_t frequency = list.frequency();
  const bool as_set = frequency >= least_frequency && frequency >= last_document_ / least_share;
  const bool counted = KeptList::bytes(frequency, last_document_, as_set, true) <= most_of_one;
  const std::size_t bytes = KeptList::bytes(frequency, last_document_, as_set, counted) + bytes_of_entry;
  if ((!as_set && !counted) || bytes_ + bytes > most_bytes) return nullptr;
  auto kept = std::make_unique<const KeptList>(list, last_document_, as_set, counted);
  bytes_ += bytes;
  return lists_.emplace(term, std::move(kept)).first->second.get();
}

}  // namespace nsearch::glass
