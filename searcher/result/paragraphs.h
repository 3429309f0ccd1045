// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace nsearch::searcher {

/// Where the first paragraph of `text` is over and the analysis can begin anew: what is analysed apart gives the same
/// tokens and boundaries as the whole. A text without such a place is one paragraph. Not every paragraph's end is
/// found: only those that Latin punctuation, an empty line or a long line of Latin letters tells, and no short ones.
std::size_t paragraph_end(std::string_view text);

}  // namespace nsearch::searcher
