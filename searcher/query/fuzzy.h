// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string_view>

#include "query/expansion.h"

namespace nsearch::searcher {

/// A fuzzy word searches for this many forms at most.
inline constexpr std::size_t most_fuzzy_forms = 100;

inline constexpr unsigned most_edits = 2;

/// The distance of two texts in characters: insertions, deletions, replacements and exchanges of two neighbours,
/// none of which touches a place twice (optimal string alignment; Damerau, A technique for computer detection
/// and correction of spelling errors, 1964). Takes time and memory in step with the product of the lengths.
unsigned edit_distance(std::string_view a, std::string_view b);

/// The forms at most `edits` away from `form`, `form` itself among them if the index holds it. No letter is
/// exempt: the first one may be wrong as any other.
///
/// Walks the sorted forms with the table of distances, of which neighbours share the rows of their common
/// beginning, and leaps over all forms with a beginning that is too far off already (as in a trie: Shang and
/// Merrettal, Tries for approximate string matching, 1996). Complete.
void expand(std::string_view form, unsigned edits, const Xapian::Database& database, std::string_view place,
            Expansion& out);

}  // namespace nsearch::searcher
