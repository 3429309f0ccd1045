// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer {

/// The character that HTML calls by that name ("eacute"), in UTF-8; empty: none.
std::string named_character(std::string_view name);

/// What a whole reference stands for ("&eacute;", "&#233;", "&#xE9;"), in UTF-8; itself where it stands for no character. Those to 128 to 159 mean Windows-1252,
/// as in browsers; a space that does not break is a space.
std::string character_reference(std::string_view reference);

}  // namespace nsearch::indexer
