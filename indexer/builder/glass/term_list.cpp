// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/term_list.h"

#include "builder/glass/encoding.h"
#include "short_bytes.h"

namespace nsearch::indexer::glass {
namespace {

char* put_first(char* to, std::string_view term, std::uint32_t wdf) {
  *to++ = static_cast<char>(term.size());
  return put_varint(copy_few(to, term.data(), term.size()), wdf);
}

/// The number of shared bytes is at most the previous term's length; one byte above that tells the wdf as
/// well, where both fit.
char* put_next(char* to, std::string_view previous, std::string_view term, std::uint32_t wdf) {
  const std::size_t shared = common_prefix(previous, term);
  const std::uint64_t both = (std::uint64_t{wdf} + 1) * (previous.size() + 1) + shared;
  const bool in_one = both < 256;
  *to++ = static_cast<char>(in_one ? both : shared);
  *to++ = static_cast<char>(term.size() - shared);
  to = copy_few(to, term.data() + shared, term.size() - shared);
  return in_one ? to : put_varint(to, wdf);
}

}  // namespace

std::uint64_t document_length(const DocumentPostings& document) {
  std::uint64_t length = 0;
  for (const TermPosting& term : document.terms) length += term.wdf;
  return length;
}

void append_term_list(std::string& out, std::uint64_t length, std::span<const ListedTerm> terms) {
  if (terms.empty()) return;
  std::size_t most = 2 * longest_varint;
  for (const ListedTerm& term : terms) most += 2 + term.text.size() + longest_varint;
  const std::size_t begin = out.size();
  out.resize(begin + most);
  char* to = put_varint(out.data() + begin, length);
  to = put_varint(to, terms.size());
  to = put_first(to, terms[0].text, terms[0].wdf);
  for (std::size_t i = 1; i < terms.size(); ++i) {
    to = put_next(to, terms[i - 1].text, terms[i].text, terms[i].wdf);
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

void append_used_slots(std::string& out, const DocumentPostings& document) {
  std::uint32_t next = 0;
  for (const auto& [slot, value] : document.values) {
    append_varint(out, slot - next);
    next = slot + 1;
  }
}

}  // namespace nsearch::indexer::glass
