// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer {

/// Undoes hard wrapping. In a document's body a line break parts paragraphs, but many text files break every
/// line at some 70 characters, which would part the phrases. A file is taken for wrapped if no line is longer
/// than 100 characters and nine in ten breaks within its paragraphs (at least 3) stand where the next word
/// would not have fitted; those breaks, and only those, become spaces. Lists, verse and texts of one line a
/// paragraph are left as they are. Line breaks must be LF.
std::string unwrap_lines(std::string_view utf8);

}  // namespace nsearch::indexer
