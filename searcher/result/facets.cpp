// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/facets.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "nsearch/error.h"
#include "result/host_counts.h"
#include "result/periods.h"
#include "result/timeline.h"
#include "result/value_counts.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

constexpr std::string_view host = "host";

struct BuiltIn {
  std::string_view name;
  Xapian::valueno slot;
  std::optional<TimelineStep> step = {};  // of those that are cut from the date
};

const BuiltIn built_in[] = {{"lang", schema::slot_language},
                            {"source", schema::slot_source},
                            {"author", schema::slot_author},
                            {"year", schema::slot_date, TimelineStep::year},
                            {"month", schema::slot_date, TimelineStep::month},
                            {"day", schema::slot_date, TimelineStep::day}};

const BuiltIn* find_built_in(std::string_view name) {
  const auto* const found = std::find_if(std::begin(built_in), std::end(built_in),
                                         [&](const BuiltIn& one) { return one.name == name; });
  return found == std::end(built_in) ? nullptr : found;
}

Xapian::valueno slot_of(const std::string& name) {
  const BuiltIn* const known = find_built_in(name);
  return known != nullptr ? known->slot : schema::facet_slot(name);
}

/// The counts of one facet while they are put together: spellings of one value count as one.
class Tally {
 public:
  void add(const std::string& key, const std::string& shown, std::uint64_t documents) {
    Entry& entry = entries_[key];
    entry.documents += documents;
    entry.spellings[shown] += documents;
  }

  Facet facet(const std::string& name, std::size_t most) const {
    Facet facet;
    facet.name = name;
    for (const auto& [key, entry] : entries_) facet.values.push_back({entry.shown(), entry.documents});
    std::stable_sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
      return a.documents != b.documents ? a.documents > b.documents : a.value < b.value;
    });
    if (facet.values.size() > most) {
      facet.further = facet.values.size() - most;
      facet.values.resize(most);
    }
    return facet;
  }

 private:
  struct Entry {
    std::uint64_t documents = 0;
    std::map<std::string, std::uint64_t> spellings;
    const std::string& shown() const {
      return std::max_element(spellings.begin(), spellings.end(),
                              [](const auto& a, const auto& b) { return a.second < b.second; })
          ->first;
    }
  };
  std::map<std::string, Entry> entries_;
};

void add_date(Tally& tally, std::int64_t period, TimelineStep step, std::uint64_t documents) {
  const std::string name = period_name(period, step);
  tally.add(name, name, documents);
}

/// A document's values, parted; one that it names twice counts once.
void add_values(Tally& tally, const std::string& values, std::uint64_t documents) {
  std::set<std::string> seen;
  for (std::size_t begin = 0; begin <= values.size();) {
    const std::size_t end = std::min(values.find(schema::facet_value_separator, begin), values.size());
    const std::string value = values.substr(begin, end - begin);
    const std::string folded = schema::fold_name(value);
    if (!value.empty() && seen.insert(folded).second) tally.add(folded, value, documents);
    begin = end + 1;
  }
}

Facet facet_of(const std::string& name, const ValueCounts& counts, std::size_t most, const TimeZone& zone) {
  const BuiltIn* const known = find_built_in(name);
  Tally tally;
  std::uint64_t with_value = 0;
  const auto slot = counts.slots.find(slot_of(name));
  if (slot != counts.slots.end()) {
    for (const auto& [value, documents] : slot->second) {
      if (value.empty()) continue;
      with_value += documents;
      if (known != nullptr && known->step) {
        add_date(tally, period_in(zone, value, *known->step), *known->step, documents);
      } else {
        add_values(tally, value, documents);
      }
    }
  }
  Facet facet = tally.facet(name, most);
  facet.without_value = counts.counted - with_value;
  return facet;
}

}  // namespace

void check_facets(const SearchRequest& request, const std::vector<std::string>& facets) {
  for (const std::string& name : request.facets) {
    if (name == host || find_built_in(name) != nullptr) continue;
    if (std::find(facets.begin(), facets.end(), name) != facets.end()) continue;
    std::string names(host);
    for (const BuiltIn& one : built_in) names += ", " + std::string(one.name);
    for (const std::string& one : facets) names += ", " + one;
    throw Error(ErrorCode::usage, "the index has no facet “" + name + "”", "choose from " + names);
  }
}

void count_facets(const Xapian::Database& database, const Found& found, const SearchRequest& request,
                  const TimeZone& zone, SearchResults& results) {
  std::set<Xapian::valueno> slots;
  for (const std::string& name : request.facets) {
    // Hosts have no slot; any will do for what the counts rest on.
    slots.insert(name == host ? schema::slot_language : slot_of(name));
  }
  if (request.timeline) slots.insert(schema::slot_date);
  const ValueCounts counts =
      count_values(database, found, {slots.begin(), slots.end()}, request.counts_exact_up_to);
  results.counts = {counts.counted, counts.found, counts.exact};
  if (counts.exact) results.total = {counts.counted, counts.counted, counts.counted};
  for (const std::string& name : request.facets) {
    results.facets.push_back(name == host ? count_hosts(database, found, request)
                                          : facet_of(name, counts, request.facet_values, zone));
  }
  if (request.timeline) results.timeline = timeline_of(counts, *request.timeline, zone);
}

}  // namespace nsearch::searcher
