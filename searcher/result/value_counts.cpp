// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/value_counts.h"

#include <algorithm>
#include <memory>

namespace nsearch::searcher {

namespace {

/// By the matcher itself, on each shard.
ValueCounts counted_by_spies(const Xapian::Database& database, const Found& found,
                             const std::vector<Xapian::valueno>& slots, std::uint64_t exact_up_to) {
  Xapian::Enquire enquire(database);
  enquire.set_query(found.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
  for (const Xapian::valueno slot : slots) {
    spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
    enquire.add_matchspy(spies.back().get());
  }
  const auto documents =
      static_cast<Xapian::doccount>(std::min<std::uint64_t>(database.get_doccount(), exact_up_to));
  const Xapian::MSet matches = enquire.get_mset(0, 0, documents);
  ValueCounts counts;
  counts.found = matches.get_matches_estimated();
  counts.exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
  for (std::size_t i = 0; i < slots.size(); ++i) {
    auto& values = counts.slots[slots[i]];
    const Xapian::ValueCountMatchSpy& spy = *spies[i];
    counts.counted = spy.get_total();
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
      values[*value] = value.get_termfreq();
    }
  }
  counts.exact = counts.exact && counts.counted >= counts.found;
  counts.found = std::max(counts.found, counts.counted);
  return counts;
}

/// One by one.
ValueCounts counted_here(const Xapian::Database& database, const Found& found,
                         const std::vector<Xapian::valueno>& slots, std::uint64_t exact_up_to) {
  ValueCounts counts;
  counts.exact = for_each_found(database, found, exact_up_to, [&](Xapian::docid number) {
    ++counts.counted;
    const Xapian::Document document = database.get_document(number);
    for (const Xapian::valueno slot : slots) {
      const std::string value = document.get_value(slot);
      if (!value.empty()) ++counts.slots[slot][value];
    }
    return true;
  });
  counts.found = counts.counted;
  return counts;
}

}  // namespace

ValueCounts count_values(const Xapian::Database& database, const Found& found,
                         const std::vector<Xapian::valueno>& slots, std::uint64_t exact_up_to) {
  return found.accepts ? counted_here(database, found, slots, exact_up_to)
                       : counted_by_spies(database, found, slots, exact_up_to);
}

}  // namespace nsearch::searcher
