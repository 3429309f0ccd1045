// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/found.h"

#include <algorithm>

namespace nsearch::searcher {

bool for_each_found(const Xapian::Database& database, const Found& found, std::uint64_t most,
                    const std::function<bool(Xapian::docid)>& each) {
  const auto documents =
      static_cast<Xapian::doccount>(std::min<std::uint64_t>(database.get_doccount(), most));
  Xapian::Enquire enquire(database);
  enquire.set_query(found.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet matches = enquire.get_mset(0, documents);
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    if (found.accepts && !found.accepts(*match)) continue;
    if (!each(*match)) return false;
  }
  return matches.size() < documents || documents == database.get_doccount();
}

std::uint64_t count_found(const Xapian::Database& database, const Found& found) {
  if (found.accepts) {
    std::uint64_t number = 0;
    for_each_found(database, found, database.get_doccount(), [&](Xapian::docid) { return ++number > 0; });
    return number;
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(found.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

}  // namespace nsearch::searcher
