// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer {

/// Whether HTML seems to be in a text: a tag, or a character reference.
bool has_markup(std::string_view text);

/// A text that may be HTML and may be plain, as feeds and wires send it: HTML becomes its text, in a plain one lines are
/// trimmed and hard wrapping undone.
std::string markup_text(std::string_view text);

/// The same for a title: one line.
std::string markup_line(std::string_view text);

/// A body with the lead before it, unless the body says that already.
std::string with_lead(std::string lead, std::string body);

}  // namespace nsearch::indexer
