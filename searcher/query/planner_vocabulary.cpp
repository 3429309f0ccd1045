// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_vocabulary.h"

#include <algorithm>
#include <cmath>

#include "query/weights.h"

namespace nsearch::searcher {

double bm25_rarity(double documents, double all) {
  const double odds = (all - documents + 0.5) / (documents + 0.5);
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

Xapian::doccount Vocabulary::frequency(const std::string& term) {
  return part_ ? part_->frequency(term) : frequency_in_whole(term);
}

Xapian::doccount Vocabulary::frequency_in_whole(const std::string& term) {
  const auto known = memory_.known_.find(term);
  if (known != memory_.known_.end()) return known->second;
  if (memory_.put_off_) {
    memory_.noted_.push_back(term);
    return 1;
  }
  const Xapian::doccount documents = local_ ? local_->frequency(term) : database_.get_termfreq(term);
  memory_.known_.emplace(term, documents);
  return documents;
}

bool Vocabulary::has_prefix(const std::string& prefix) {
  if (part_) return part_->has_prefix(prefix);
  const auto known = memory_.prefixes_.find(prefix);
  if (known != memory_.prefixes_.end()) return known->second;
  const bool held = local_ ? local_->has_prefix(prefix)
                           : database_.allterms_begin(prefix) != database_.allterms_end(prefix);
  memory_.prefixes_.emplace(prefix, held);
  return held;
}

double Vocabulary::rarity(Xapian::doccount documents) const {
  const double all = all_documents();
  return std::log(1 + (all - documents + 0.5) / (documents + 0.5));
}

double Vocabulary::share_of_weight(Xapian::doccount term, Xapian::doccount language) const {
  const double among_its_own = bm25_rarity(term, std::max(term, language));
  return std::min(1.0, among_its_own / bm25_rarity(term, all_documents()));
}

Xapian::Query Vocabulary::alternatives(const std::vector<std::string>& terms) {
  using Xapian::Query;
  if (terms.size() == 1) return Query(terms.front());
  if (terms.size() > weights::ranked_forms) return Query(Query::OP_OR, terms.begin(), terms.end());
  // As if they were spread over the documents at random.
  const double all = std::max(1u, all_documents());
  double none = 1;
  for (const std::string& term : terms) none *= 1 - frequency(term) / all;
  const double together = bm25_rarity(all * (1 - none), all);
  std::vector<Query> weighed;
  for (const std::string& term : terms) {
    const double share = std::min(1.0, together / bm25_rarity(frequency(term), all));
    weighed.push_back(Query(Query::OP_SCALE_WEIGHT, Query(term), share));
  }
  return Query(Query::OP_OR, weighed.begin(), weighed.end());
}

}  // namespace nsearch::searcher
