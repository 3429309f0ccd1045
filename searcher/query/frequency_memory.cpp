// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/frequency_memory.h"

#include <algorithm>

namespace nsearch::searcher {

using Xapian::Query;

/// The statistics of a search for nothing: servers are asked for the frequencies of all its terms together.
bool FrequencyMemory::fetch_noted(const Xapian::Database& database) {
  if (noted_.empty()) return false;
  std::sort(noted_.begin(), noted_.end());
  noted_.erase(std::unique(noted_.begin(), noted_.end()), noted_.end());
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(Query::OP_OR, noted_.begin(), noted_.end()));
  const Xapian::doccount none = 0;
  const Xapian::MSet statistics = enquire.get_mset(none, none, none);
  for (const std::string& term : noted_) known_[term] = statistics.get_termfreq(term);
  noted_.clear();
  return true;
}

}  // namespace nsearch::searcher
