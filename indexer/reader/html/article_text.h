// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reader/html/page_parts.h"

namespace nsearch::indexer::html {

/// The text of the page's article, a line for each paragraph, without a heading that repeats `title`. Where no part of the
/// page looks like an article, what is left of the page without its side parts.
std::string article_text(const Tree& tree, const std::vector<NodeWords>& words, std::string_view title);

}  // namespace nsearch::indexer::html
