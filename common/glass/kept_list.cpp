// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/kept_list.h"

namespace nsearch::glass {

KeptList::KeptList(PostingList list, std::uint32_t last_document, bool as_set, bool counted)
    : frequency_(list.frequency()), counted_(counted) {
  if (as_set) set_.resize(std::size_t{last_document} / 64 + 1);
  if (!as_set) documents_.reserve(frequency_);
  if (counted) wdfs_.reserve(frequency_);
  list.take_before(last_document + 1,
                   [this](std::uint32_t document, std::uint32_t wdf) { add(document, wdf); });
  if (as_set && counted) count_ranks();
}

std::size_t KeptList::bytes(std::uint32_t frequency, std::uint32_t last_document, bool as_set, bool counted) {
  const std::size_t blocks = std::size_t{last_document} / 64 + 1;
  const std::size_t documents = as_set
                                    ? blocks * (sizeof(std::uint64_t) + (counted ? sizeof(std::uint32_t) : 0))
                                    : frequency * sizeof(std::uint32_t);
  return sizeof(KeptList) + documents + (counted ? frequency : 0);
}

void KeptList::add(std::uint32_t document, std::uint32_t wdf) {
  if (set_.empty()) {
    documents_.push_back(document);
  } else {
    set_[document / 64] |= std::uint64_t{1} << document % 64;
  }
  if (!counted_) return;
  wdfs_.push_back(static_cast<std::uint8_t>(std::min<std::uint32_t>(wdf, many)));
  if (wdf >= many) large_.emplace_back(document, wdf);
}

void KeptList::count_ranks() {
  ranks_.reserve(set_.size());
  std::uint32_t before = 0;
  for (const std::uint64_t block : set_) {
    ranks_.push_back(before);
    before += count_bits(block);
  }
}

std::uint32_t KeptList::large_wdf(std::uint32_t document) const {
  const auto known = std::lower_bound(large_.begin(), large_.end(), std::pair(document, std::uint32_t{0}));
  return known != large_.end() && known->first == document ? known->second : many;
}

}  // namespace nsearch::glass
