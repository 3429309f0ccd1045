// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::analysis::dutch {

/// Does the last letter of `word`, a t, belong to an ending: maak-t, bouw-t, werk-t(e)? By the letters before
/// it.
bool has_verbal_t(std::string_view word);

/// Does the last letter of `word`, a d, belong to an ending: (ge)hoor-d, bouw-d(e)?
bool has_verbal_d(std::string_view word);

/// Takes the ge- of a past participle without its ending away: gebouw -> bouw, opgebouw -> opbouw. False:
/// there is none.
bool drop_participle_prefix(std::string& word);

}  // namespace nsearch::analysis::dutch
