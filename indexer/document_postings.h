// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xxhash.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nsearch::indexer {

/// A term's hash, carried along so that it is made once.
inline std::uint32_t term_hash(std::string_view term) {
  return static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
}

/// One term of one document: where its bytes and positions lie in their DocumentPostings.
struct TermPosting {
  std::uint32_t begin = 0;           ///< of its bytes, prefix included
  std::uint32_t size = 0;            ///< in bytes
  std::uint32_t wdf = 0;             ///< within-document frequency
  std::uint32_t first_position = 0;  ///< index of its first position
  std::uint32_t positions = 0;       ///< how many it has
  std::uint32_t hash = 0;            ///< term_hash() of its bytes
};

/// A document as a builder takes it: everything that the index will hold of it. Independent of how it is
/// written. Terms and positions lie in two flat arrays, so that one that is reused allocates nothing, and
/// moving one keeps it whole.
struct DocumentPostings {
  std::string id;                                             ///< the document's id
  std::string id_term;                                        ///< "Q..." for finding and replacing it
  std::vector<TermPosting> terms;                             ///< each once, in any order
  std::string term_bytes;                                     ///< of all terms
  std::vector<std::uint32_t> position_list;                   ///< of all terms; of each ascending, each once
  std::vector<std::pair<std::uint32_t, std::string>> values;  ///< ordered by slot, each once
  std::string record;                                         ///< the stored record
  std::string language;                                       ///< the one that it is indexed under
  std::vector<std::string> languages;                         ///< that its stems carry, `language` first
  std::vector<std::string> facets;                            ///< names of its facets, each once
  std::uint64_t bytes = 0;                                    ///< of its text

  std::string_view text(const TermPosting& term) const {
    return std::string_view(term_bytes).substr(term.begin, term.size);
  }
  std::span<const std::uint32_t> positions(const TermPosting& term) const {
    return std::span(position_list).subspan(term.first_position, term.positions);
  }

  void clear() {
    id.clear();
    id_term.clear();
    terms.clear();
    term_bytes.clear();
    position_list.clear();
    values.clear();
    record.clear();
    language.clear();
    languages.clear();
    facets.clear();
    bytes = 0;
  }
};

}  // namespace nsearch::indexer
