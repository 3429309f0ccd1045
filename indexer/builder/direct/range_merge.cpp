// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/range_merge.h"

#include "builder/glass/encoding.h"

namespace nsearch::indexer::direct {
namespace {

/// The postings of a record, of which a window is in memory. Not thread-safe. Throws Error(io).
class PostingBytes {
 public:
  explicit PostingBytes(RunReader& run) : run_(run) { have(0); }

  bool at_end() const { return at_ == end_ && is_last_; }

  std::uint64_t take_number() {
    constexpr std::size_t longest_number = 10;
    have(longest_number);
    return glass::take_varint(at_);
  }
  std::string_view take(std::size_t size) {
    have(size);
    at_ += size;
    return {at_ - size, size};
  }

 private:
  /// Makes so many bytes readable, or all that are left.
  void have(std::size_t least) {
    if (is_last_ || static_cast<std::size_t>(end_ - at_) >= least) return;
    taken_ += static_cast<std::uint64_t>(at_ - begin_);
    const std::string_view bytes = run_.postings(taken_, least);
    begin_ = at_ = bytes.data();
    end_ = begin_ + bytes.size();
    is_last_ = taken_ + bytes.size() == run_.head().posting_bytes;
  }

  RunReader& run_;
  std::uint64_t taken_ = 0;  // before what is readable
  const char *begin_ = nullptr, *at_ = nullptr, *end_ = nullptr;
  bool is_last_ = false;
};

}  // namespace

void RangeMerge::run() {
  while (terms_.next()) {
    lists_.begin_term(terms_.term(), terms_.head().list);
    key_.clear();
    glass::append_sortable_text(key_, terms_.term(), true);
    term_size_ = key_.size();
    key_.resize(term_size_ + glass::longest_sortable);
    terms_.for_each_reader([&](RunReader& reader) { add_postings(reader); });
    lists_.end();
  }
  take_(postings_.take_all(), positions_.take_all(), true);
}

void RangeMerge::add_postings(RunReader& run) {
  char* const document_key = key_.data() + term_size_;
  PostingBytes postings(run);
  for (std::uint32_t document = run.head().list.first;;) {
    const std::uint64_t wdf = postings.take_number();
    lists_.add(document, static_cast<std::uint32_t>(wdf / 2));
    if (wdf % 2 != 0) {
      const char* const key_end = glass::put_sortable(document_key, document);
      positions_.add({key_.data(), key_end}, postings.take(postings.take_number()));
    }
    if (postings_.bytes() + positions_.bytes() >= full_)
      take_(postings_.take_full(), positions_.take_full(), false);
    if (postings.at_end()) break;
    document += static_cast<std::uint32_t>(postings.take_number()) + 1;
  }
}

}  // namespace nsearch::indexer::direct
