// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "bit_count.h"
#include "glass/bits.h"
#include "glass/posting_list.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// The documents of a term and how often each has it, read from the table once: of a frequent term as a bit for each document,
/// of others as their numbers. How often is told without reading what comes before.
class NSEARCH_EXPORT KeptList {
 public:
  using Set = std::vector<std::uint64_t>;

  /// `list`: at its first posting, or at the end. `as_set`: see is_set(). `counted`: see counted().
  KeptList(PostingList list, std::uint32_t last_document, bool as_set, bool counted);

  /// As KeptList() would take it.
  static std::size_t bytes(std::uint32_t frequency, std::uint32_t last_document, bool as_set, bool counted);

  std::uint32_t frequency() const { return frequency_; }
  /// Whether it is a bit for each document.
  bool is_set() const { return !set_.empty(); }
  const Set& set() const { return set_; }
  /// Whether it is known how often the documents have the term.
  bool counted() const { return counted_; }

  bool holds(std::uint32_t document) const {
    return document / 64 < set_.size() && (set_[document / 64] >> document % 64 & 1) != 0;
  }
  /// How many documents of the set come before `document`, which is one of it.
  std::uint32_t rank(std::uint32_t document) const {
    const std::uint64_t before = set_[document / 64] & ((std::uint64_t{1} << document % 64) - 1);
    return ranks_[document / 64] + count_bits(before);
  }

  /// The documents' numbers, ascending, where it is no set.
  const std::vector<std::uint32_t>& documents() const { return documents_; }

  /// How often `document`, the one with this rank, has the term.
  std::uint32_t wdf(std::uint32_t document, std::size_t rank) const {
    const std::uint32_t wdf = wdfs_[rank];
    return wdf < many ? wdf : large_wdf(document);
  }

  /// Calls `take(document, wdf)` for each document of a set in [from, to); both are multiples of 64, or `to` is behind all.
  template <typename Take>
  void take_from_set(std::uint32_t from, std::uint32_t to, Take&& take) const {
    const std::size_t end = std::min<std::size_t>((std::size_t{to} + 63) / 64, set_.size());
    for (std::size_t block = from / 64; block < end; ++block) {
      std::size_t rank = ranks_[block];
      for (std::uint64_t rest = set_[block]; rest != 0; rest &= rest - 1) {
        const auto document =
            static_cast<std::uint32_t>(block * 64 + static_cast<unsigned>(std::countr_zero(rest)));
        take(document, wdf(document, rank++));
      }
    }
  }

 private:
  static constexpr std::uint8_t many = UINT8_MAX;

  void add(std::uint32_t document, std::uint32_t wdf);
  void count_ranks();
  std::uint32_t large_wdf(std::uint32_t document) const;

  std::uint32_t frequency_ = 0;
  bool counted_;
  Set set_;
  std::vector<std::uint32_t> ranks_;      // of each block of the set: how many documents come before
  std::vector<std::uint32_t> documents_;  // where there is no set
  std::vector<std::uint8_t> wdfs_;        // `many`: look it up
  std::vector<std::pair<std::uint32_t, std::uint32_t>> large_;
};

/// A place in a kept list that is counted. Documents are asked for in ascending order, as PostingList has it.
class KeptWalk {
 public:
  static constexpr std::uint32_t none = PostingList::none;

  explicit KeptWalk(const KeptList& list) : list_(&list) {}

  /// Goes on to the first document that is not before `document`; `none` behind the last.
  std::uint32_t seek(std::uint32_t document) {
    if (list_->is_set()) return document_ = first_set(list_->set(), std::max(document, document_), none);
    skip_to(document);
    return at_ < list_->documents().size() ? list_->documents()[at_] : none;
  }

  /// Whether `document` is one of them; if so it is gone to.
  bool at(std::uint32_t document) {
    if (!list_->is_set()) return seek(document) == document;
    if (!list_->holds(document)) return false;
    document_ = document;
    return true;
  }

  /// Of the document that it is at.
  std::uint32_t wdf() const {
    if (list_->is_set()) return list_->wdf(document_, list_->rank(document_));
    return list_->wdf(list_->documents()[at_], at_);
  }

  void rewind() {
    document_ = 0;
    at_ = 0;
  }

  /// As PostingList::take_before(), of what is not before `from`.
  template <typename Take>
  void take_between(std::uint32_t from, std::uint32_t to, Take&& take) {
    if (list_->is_set()) return list_->take_from_set(from, to, take);
    std::size_t rank = skip_to(from);
    documents_between(from, to,
                      [&](std::uint32_t document) { take(document, list_->wdf(document, rank++)); });
  }

  /// Likewise, but calls `take(document)`. Of a list that is no set.
  template <typename Take>
  void documents_between(std::uint32_t from, std::uint32_t to, Take&& take) {
    const std::uint32_t* const begin = list_->documents().data();
    const std::uint32_t* const end = begin + list_->documents().size();
    const std::uint32_t* at = begin + skip_to(from);
    for (; at != end && *at < to; ++at) take(*at);
    at_ = static_cast<std::size_t>(at - begin);
  }

 private:
  /// By steps twice as long each, then by halves.
  std::size_t skip_to(std::uint32_t document) {
    const std::vector<std::uint32_t>& documents = list_->documents();
    std::size_t step = 1, from = at_;
    while (from < documents.size() && documents[from] < document) {
      at_ = from + 1;
      from += step;
      step *= 2;
    }
    const auto begin = documents.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto end = documents.begin() + static_cast<std::ptrdiff_t>(std::min(from, documents.size()));
    return at_ = static_cast<std::size_t>(std::lower_bound(begin, end, document) - documents.begin());
  }

  const KeptList* list_;
  std::uint32_t document_ = 0;  // of a set
  std::size_t at_ = 0;          // of numbers
};

}  // namespace nsearch::glass
