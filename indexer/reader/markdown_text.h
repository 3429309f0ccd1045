// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer {

struct MarkdownText {
  std::string text;   ///< paragraphs on lines of their own, without marks
  std::string title;  ///< the first heading, if it stands before all else; it is not in the text
};

/// The text of Markdown (CommonMark with tables and strike-through). Raw HTML becomes its text; pictures are left out.
MarkdownText markdown_text(std::string_view markdown);

}  // namespace nsearch::indexer
