// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer {

/// A text that has paragraphs (body, further fields): CRLF and CR become LF, other control characters but
/// tabs a space.
std::string clean_text(std::string_view utf8);

/// Whether clean_text() would change it.
bool needs_cleaning(std::string_view text);

/// A text of one line (title, name, date): control characters, line breaks and runs of white space become one
/// space, and the ends are trimmed.
std::string clean_line(std::string_view utf8);

/// Whether an ASCII control character (DEL included) stands in it.
bool has_control(std::string_view utf8);

}  // namespace nsearch::indexer
