// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/mate_ranks.h"

namespace nsearch::quality {

MateRanks mate_ranks(const TranslatedArticle& article, const std::map<std::string, TranslatedArticle>& all,
                     const std::vector<std::string>& ranking) {
  std::size_t others = 0, any = 0;
  for (const std::string& id : ranking) {
    const auto found = all.find(id);
    const bool same_group = found != all.end() && found->second.group == article.group;
    const bool own_language = found != all.end() && found->second.language == article.language;
    if (same_group && own_language) continue;
    ++any;
    if (!own_language) ++others;
    if (same_group) return {1.0 / static_cast<double>(others), 1.0 / static_cast<double>(any)};
  }
  return {};
}

}  // namespace nsearch::quality
