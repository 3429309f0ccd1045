// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer {

/// The text of an HTML fragment, as feeds and wire files hold them: character references decoded; paragraphs, list items,
/// table rows and headings on lines of their own; scripts, styles, controls and comments left out; white space tidied. Never fails:
/// whatever the bytes are, the answer is well-formed UTF-8 without control characters but line feeds. Text without markup comes
/// back with its white space tidied, its line breaks spaces (as HTML has it). Linear in the size, whatever the depth.
std::string html_text(std::string_view fragment);

}  // namespace nsearch::indexer
