// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quality/folding_edits.h"
#include "quality/folding_templates.h"

namespace nsearch::quality {

/// Articles of a folder of corpora (JSON Lines, gzip): those of press in it, with a body of `least_words` or more, at
/// most `most` of a corpus, chosen by a hash of their ids, after the first `skipped`.
std::vector<FoldText> press_articles(const std::string& folder, std::size_t least_words, std::size_t most,
                                     std::size_t skipped);

using FoldPair = std::pair<FoldText, FoldText>;

/// Pairs of articles on one story: in one language, at most three days apart, with the most rare words in common
/// (words of no more than eight articles), five at least. Left out, and counted in `copies`: pairs of which a third of
/// the sentences are the same, word for word. `place`: 0 pairs each article with the one that has the most words in
/// common, 1 with the next one.
std::vector<FoldPair> same_story(const std::vector<FoldText>& articles, std::size_t place,
                                 std::size_t& copies);

/// Pairs of texts from one template: half with the same names, all with other figures.
std::vector<FoldPair> templated(const std::vector<NewsTemplate>& templates, std::size_t of_each,
                                unsigned seed);

}  // namespace nsearch::quality
