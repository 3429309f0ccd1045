// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "document_postings.h"

namespace nsearch::indexer::glass {

/// The sum of the wdfs.
std::uint64_t document_length(const DocumentPostings& document);

struct ListedTerm {
  std::string_view text;
  std::uint32_t wdf = 0;
};

/// Appends the tag of a document's term list: its length, and its terms with their wdf, each cut by what it
/// shares with the one before. `terms`: ordered by bytes, each once.
void append_term_list(std::string& out, std::uint64_t length, std::span<const ListedTerm> terms);

/// Appends the tag that tells which value slots a document uses: one at least.
void append_used_slots(std::string& out, const DocumentPostings& document);

}  // namespace nsearch::indexer::glass
