// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "builder/term_order.h"
#include "document_postings.h"
#include "huge_pages.h"
#include "prefetch.h"

namespace nsearch::indexer::direct {

/// What is known of one term of a run of documents, in one cache line.
struct alignas(64) RunTerm {
  char head[28] = {};                 ///< its first bytes
  std::uint32_t begin = 0, size = 0;  ///< of its bytes
  std::uint32_t first = 0, last = 0;  ///< documents
  std::uint32_t documents = 0;
  std::uint64_t occurrences = 0;    ///< the sum of the wdfs
  std::uint64_t posting_bytes = 0;  ///< of its encoded postings
};
static_assert(sizeof(RunTerm) == 64);

/// The distinct terms of a run of documents, numbered in the order in which they came. Not thread-safe;
/// memory is kept from run to run.
class RunTerms {
 public:
  RunTerms();

  void clear();

  /// Calls use(posting, number) for each of a document's terms, in its order; a new term gets the next number.
  /// Throws Error(internal) on a term that Xapian would refuse: an empty or a too long one.
  ///
  /// The table is larger than the fastest caches, so each term's slot is asked for some terms before it is looked
  /// at, and what the slot leads to half as many before: the waits overlap.
  template <typename Use>
  void number_all(const DocumentPostings& document, const Use& use) {
    constexpr std::size_t slots_ahead = 48, terms_ahead = 24;
    const std::span<const TermPosting> terms = document.terms;
    for (std::size_t i = 0; i < std::min(slots_ahead, terms.size()); ++i) prefetch_slot(terms[i].hash);
    for (std::size_t i = 0; i < std::min(terms_ahead, terms.size()); ++i) prefetch_term(terms[i].hash);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (terms.size() - i > slots_ahead) prefetch_slot(terms[i + slots_ahead].hash);
      if (terms.size() - i > terms_ahead) prefetch_term(terms[i + terms_ahead].hash);
      use(terms[i], number(document.text(terms[i]), terms[i].hash));
    }
  }

  RunTerm& operator[](std::uint32_t number) { return terms_[number]; }
  std::string_view text(const RunTerm& term) const { return {bytes_.data() + term.begin, term.size}; }
  /// Of all terms together.
  std::size_t text_bytes() const { return bytes_.size(); }

  /// The numbers of all terms, ordered by the terms' bytes; valid until the next call.
  const std::vector<TermKey>& sorted();

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // plus 1; 0 where free
  };
  std::uint32_t number(std::string_view term, std::uint32_t hash);
  bool is(const RunTerm& known, std::string_view term) const;
  void prefetch_slot(std::uint32_t hash) const { prefetch(&slots_[hash & (slots_.size() - 1)]); }
  void prefetch_term(std::uint32_t hash) const {
    const Slot& slot = slots_[hash & (slots_.size() - 1)];
    if (slot.number != 0) prefetch(&terms_[slot.number - 1]);
  }
  void grow();

  std::string bytes_;
  std::vector<RunTerm, HugePageAllocator<RunTerm>> terms_;
  std::vector<Slot, HugePageAllocator<Slot>> slots_;  // open addressing
  std::vector<TermKey> sorted_, scratch_;
};

}  // namespace nsearch::indexer::direct
