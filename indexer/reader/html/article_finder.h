// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "reader/html/page_counts.h"
#include "reader/html/page_parts.h"

namespace nsearch::indexer::html {

/// The parts of a page that are its article, in order, none within another. Empty: no part of it looks like one.
///
/// The method is that of arc90's Readability (2009), which browsers' reading modes follow: paragraphs give points to what they stand in, more
/// to the near, and the candidate with most points, less its share of links, is the article's container. What takes part in
/// the counting are runs of text between block boundaries, whose length and link density tell prose from
/// navigation (Kohlschütter, Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features, WSDM 2010).
std::vector<NodeIndex> find_article(const Tree& tree, const std::vector<NodeWords>& words,
                                    const PageCounts& counts);

/// The weight of a class and an id: 25 for each that an article is called so, -25 for each that speaks against it.
int word_weight(const NodeWords& words);

}  // namespace nsearch::indexer::html
