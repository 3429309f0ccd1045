// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/term_list.h"

#include <algorithm>

#include "builder/glass/encoding.h"

namespace nsearch::indexer::glass {
namespace {

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

void append_first(std::string& out, std::string_view term, std::uint32_t wdf) {
  out += static_cast<char>(term.size());
  out += term;
  append_varint(out, wdf);
}

/// The number of shared bytes is at most the previous term's length; one byte above that tells the wdf as
/// well, where both fit.
void append_next(std::string& out, std::string_view previous, std::string_view term, std::uint32_t wdf) {
  const std::size_t shared = common_prefix(previous, term);
  const std::uint64_t both = (std::uint64_t{wdf} + 1) * (previous.size() + 1) + shared;
  const bool in_one = both < 256;
  out += static_cast<char>(in_one ? both : shared);
  out += static_cast<char>(term.size() - shared);
  out += term.substr(shared);
  if (!in_one) append_varint(out, wdf);
}

}  // namespace

std::uint64_t document_length(const DocumentPostings& document) {
  std::uint64_t length = 0;
  for (const TermPosting& term : document.terms) length += term.wdf;
  return length;
}

void append_term_list(std::string& out, std::uint64_t length, std::span<const ListedTerm> terms) {
  if (terms.empty()) return;
  append_varint(out, length);
  append_varint(out, terms.size());
  append_first(out, terms[0].text, terms[0].wdf);
  for (std::size_t i = 1; i < terms.size(); ++i) {
    append_next(out, terms[i - 1].text, terms[i].text, terms[i].wdf);
  }
}

void append_used_slots(std::string& out, const DocumentPostings& document) {
  std::uint32_t next = 0;
  for (const auto& [slot, value] : document.values) {
    append_varint(out, slot - next);
    next = slot + 1;
  }
}

}  // namespace nsearch::indexer::glass
