// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "reader/html/page_counts.h"

namespace nsearch::indexer::html {

/// Text between two block boundaries (two line breaks are one), in the block element that it stands in.
struct TextRun {
  NodeIndex block;
  Counts counts;
  bool alone;  ///< nothing else is in the block
};

/// The runs of what is not dropped, in order; `counts` for the parts, `tree` for the structure.
std::vector<TextRun> text_runs(const Tree& tree, const PageCounts& counts);

}  // namespace nsearch::indexer::html
