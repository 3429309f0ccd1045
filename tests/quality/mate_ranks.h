// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace nsearch::quality {

/// An article and the group of translations that it belongs to.
struct TranslatedArticle {
  std::string id;
  std::string language;
  std::string group;
};

/// What one answer is worth: reciprocal ranks of the first mate, 0 where there is none among the first hundred.
struct MateRanks {
  double among_others = 0;  ///< counting articles in other languages only
  double among_all =
      0;  ///< counting the article's own language too (its variants of the same group left out)
};

MateRanks mate_ranks(const TranslatedArticle& article, const std::map<std::string, TranslatedArticle>& all,
                     const std::vector<std::string>& ranking);

}  // namespace nsearch::quality
