// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace nsearch::searcher {

/// Days to go back from today: 0 for "today", "aujourd'hui", "vandaag", "heute", 1 for "yesterday", "hier", "gisteren", "gestern".
std::optional<int> read_day_name(std::string_view text);

}  // namespace nsearch::searcher
