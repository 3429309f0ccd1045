// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/host_counts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

constexpr std::size_t most_hosts = 2000;

struct Host {
  std::string term;
  Xapian::doccount documents = 0;
};

/// The hosts of the index, the most frequent first.
std::vector<Host> all_hosts(const Xapian::Database& database) {
  const std::string prefix(schema::prefix::host);
  std::vector<Host> hosts;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    hosts.push_back({*term, term.get_termfreq()});
  }
  std::stable_sort(hosts.begin(), hosts.end(),
                   [](const Host& a, const Host& b) { return a.documents > b.documents; });
  if (hosts.size() > most_hosts) hosts.resize(most_hosts);
  return hosts;
}

bool more(const FacetValue& a, const FacetValue& b) {
  return a.documents != b.documents ? a.documents > b.documents : a.value < b.value;
}

}  // namespace

Facet count_hosts(const Xapian::Database& database, const Found& found, const SearchRequest& request) {
  Facet facet;
  facet.name = "host";
  std::vector<FacetValue>& values = facet.values;
  for (const Host& host : all_hosts(database)) {
    const bool full = values.size() >= request.facet_values;
    if (full && (values.empty() || values.back().documents > host.documents)) break;
    Found there{Xapian::Query(Xapian::Query::OP_FILTER, found.query, Xapian::Query(host.term)),
                found.accepts};
    const std::uint64_t documents = count_found(database, there);
    if (documents == 0) continue;
    const FacetValue value{host.term.substr(schema::prefix::host.size()), documents};
    values.insert(std::upper_bound(values.begin(), values.end(), value, more), value);
    if (values.size() > request.facet_values) values.pop_back();
  }
  return facet;
}

}  // namespace nsearch::searcher
