// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nsearch::indexer {

std::string_view first_line(std::string_view text);

/// What follows the first line, from its first line on that is not blank.
std::string_view after_first_line(std::string_view text);

}  // namespace nsearch::indexer
