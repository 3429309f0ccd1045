// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "reader/html/page_counts.h"
#include "reader/html/page_parts.h"

namespace nsearch::indexer::html {

/// Drops what stands within an article and is not of it: lists of links, captions, boxes, forms, lines of who wrote it and when.
void clean_article(const Tree& tree, const std::vector<NodeWords>& words, NodeIndex part, PageCounts& counts);

}  // namespace nsearch::indexer::html
