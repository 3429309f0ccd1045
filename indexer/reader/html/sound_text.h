// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer::html {

/// `bytes` itself where they are UTF-8 that the parser takes as it stands, else a repaired copy in `repaired`: U+FFFD for each
/// byte that is no part of a well-formed sequence, spaces for control characters (the parser would stop at a NUL, and
/// take all that follows a wrong byte for Latin-1).
std::string_view sound_text(std::string_view bytes, std::string& repaired);

}  // namespace nsearch::indexer::html
