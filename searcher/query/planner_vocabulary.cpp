// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_vocabulary.h"

#include <cmath>

namespace nsearch::searcher {

Xapian::doccount Vocabulary::frequency(const std::string& term) {
  const auto known = frequencies_.find(term);
  if (known != frequencies_.end()) return known->second;
  const Xapian::doccount documents = database_.get_termfreq(term);
  frequencies_.emplace(term, documents);
  return documents;
}

bool Vocabulary::has_prefix(const std::string& prefix) {
  const auto known = prefixes_.find(prefix);
  if (known != prefixes_.end()) return known->second;
  const bool held = database_.allterms_begin(prefix) != database_.allterms_end(prefix);
  prefixes_.emplace(prefix, held);
  return held;
}

double Vocabulary::rarity(Xapian::doccount documents) const {
  const double all = database_.get_doccount();
  return std::log(1 + (all - documents + 0.5) / (documents + 0.5));
}

}  // namespace nsearch::searcher
