// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/term_sets.h"

#include "glass/posting_list.h"

namespace nsearch::glass {

const TermSets::Set* TermSets::find(const std::string& term, std::uint32_t frequency) {
  if (frequency < least_frequency || frequency < last_document_ / least_share) return nullptr;
  const auto known = sets_.find(term);
  if (known != sets_.end() && known->second) return known->second.get();
  if (known == sets_.end()) {
    if (sets_.size() < most_noted) sets_.emplace(term, nullptr);
    return nullptr;
  }
  const std::size_t blocks = std::size_t{last_document_} / 64 + 1;
  if (bytes_ + blocks * sizeof(std::uint64_t) > most_bytes) return nullptr;
  auto set = std::make_unique<Set>(blocks);
  PostingList list(postings_);
  list.open(term);
  list.take_before(last_document_ + 1, [&](std::uint32_t document, std::uint32_t) {
    (*set)[document / 64] |= std::uint64_t{1} << document % 64;
  });
  bytes_ += blocks * sizeof(std::uint64_t);
  known->second = std::move(set);
  return known->second.get();
}

}  // namespace nsearch::glass
