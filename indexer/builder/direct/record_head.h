// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "builder/glass/encoding.h"
#include "builder/glass/posting_list.h"

namespace nsearch::indexer::direct {

// A record of a run: its head, then the postings. The head: sized term; varints: documents, occurrences, first document, last
// document - first, bytes of the postings. A posting: varint (document - previous - 1), but not of the first; varint (wdf * 2
// + 1 if it has positions); then, if so, its sized positions, as the position table holds them.

/// What the head says, beside the term.
struct RecordHead {
  glass::PostingListHead list;
  std::uint32_t last = 0;
  std::uint64_t posting_bytes = 0;
};

inline constexpr std::size_t longest_record_head = 300;

inline void append_record_head(std::string& out, std::string_view term, const RecordHead& head) {
  glass::append_sized(out, term);
  glass::append_varint(out, head.list.documents);
  glass::append_varint(out, head.list.occurrences);
  glass::append_varint(out, head.list.first);
  glass::append_varint(out, head.last - head.list.first);
  glass::append_varint(out, head.posting_bytes);
}

/// Reads the numbers behind the term.
inline RecordHead take_record_numbers(const char*& at) {
  RecordHead head;
  head.list.documents = glass::take_varint(at);
  head.list.occurrences = glass::take_varint(at);
  head.list.first = static_cast<std::uint32_t>(glass::take_varint(at));
  head.last = head.list.first + static_cast<std::uint32_t>(glass::take_varint(at));
  head.posting_bytes = glass::take_varint(at);
  return head;
}

}  // namespace nsearch::indexer::direct
