// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace nsearch::detection {

/// As much of a text as its language is judged by: the whole of a short one, else passages from the
/// beginning, the middle and the end of its first 64 KiB, so that a foreign teaser or a boilerplate line does
/// not decide. At most about 1.2 KB together; what there are fewer of is empty.
std::array<std::string_view, 3> sample_passages(std::string_view utf8);

/// The same as one text. It is valid UTF-8 without control characters (CLD2 refuses a text that has one):
/// malformed bytes and controls become spaces, U+0092 (a mis-decoded Windows-1252 apostrophe) becomes an
/// apostrophe.
std::string sample_text(std::string_view utf8);

}  // namespace nsearch::detection
