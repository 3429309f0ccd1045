// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/duplicate_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

#include "resemblance/fold_signature.h"
#include "result/copies.h"
#include "result/fold.h"
#include "result/hits.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

constexpr std::size_t most_compared = 256;
constexpr std::size_t keys = 1u << 16;

struct Signed {
  std::vector<Xapian::docid> numbers;
  std::vector<std::string> signatures;
};

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0u);
  }

  std::uint32_t root(std::uint32_t one) {
    while (parents_[one] != one) one = parents_[one] = parents_[parents_[one]];
    return one;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parents_;
};

Signed signed_documents(const Xapian::Database& database, const std::function<bool(Xapian::docid)>& takes) {
  Signed all;
  for (auto value = database.valuestream_begin(schema::slot_fold);
       value != database.valuestream_end(schema::slot_fold); ++value) {
    if (!takes(value.get_docid()) || !resemblance::has_sketch(*value)) continue;
    all.numbers.push_back(value.get_docid());
    all.signatures.push_back(*value);
  }
  return all;
}

/// Documents by the key of one band; those of key k stand in [starts[k], starts[k + 1]).
struct Buckets {
  std::vector<std::uint32_t> order, starts;
};

void sort_by_key(const Signed& all, std::size_t band, Buckets& buckets) {
  buckets.order.resize(all.signatures.size());
  buckets.starts.assign(keys + 1, 0);
  for (const std::string& signature : all.signatures)
    ++buckets.starts[resemblance::band_key(signature, band) + 1u];
  std::partial_sum(buckets.starts.begin(), buckets.starts.end(), buckets.starts.begin());
  std::vector<std::uint32_t> next(buckets.starts.begin(), buckets.starts.end() - 1);
  for (std::uint32_t i = 0; i < all.signatures.size(); ++i)
    buckets.order[next[resemblance::band_key(all.signatures[i], band)]++] = i;
}

void join_copies(const Signed& all, const Buckets& buckets, std::size_t key, DisjointSets& sets) {
  const std::size_t begin = buckets.starts[key], end = buckets.starts[key + 1];
  for (std::size_t i = begin + 1; i < end; ++i) {
    const std::uint32_t one = buckets.order[i];
    const std::size_t from = i - begin > most_compared ? i - most_compared : begin;
    for (std::size_t j = i; j-- > from;) {
      const std::uint32_t other = buckets.order[j];
      if (sets.root(one) == sets.root(other)) continue;
      if (resemblance::are_copies(all.signatures[one], all.signatures[other])) sets.join(one, other);
    }
  }
}

/// In the order of date and id, parted by CopyGroups.
void part(const Xapian::Database& database, const Signed& all, const std::vector<std::uint32_t>& set,
          std::vector<std::vector<Xapian::docid>>& groups) {
  using Place = std::tuple<bool, std::string, std::string, std::uint32_t>;
  std::vector<Place> ordered;
  for (const std::uint32_t one : set) {
    const Xapian::Document document = database.get_document(all.numbers[one]);
    std::string date = document.get_value(schema::slot_date);
    ordered.emplace_back(date.empty(), std::move(date), document.get_value(schema::slot_tie_break), one);
  }
  std::sort(ordered.begin(), ordered.end());
  CopyGroups led;
  const std::size_t first = groups.size();
  for (const Place& place : ordered) {
    const std::uint32_t one = std::get<3>(place);
    const std::size_t group = first + led.add(all.signatures[one]);
    if (group == groups.size()) groups.emplace_back();
    groups[group].push_back(all.numbers[one]);
  }
}

}  // namespace

std::vector<std::vector<Xapian::docid>> duplicate_groups(const Xapian::Database& database,
                                                         const std::function<bool(Xapian::docid)>& takes,
                                                         std::uint64_t& looked_at) {
  const Signed all = signed_documents(database, takes);
  looked_at = all.numbers.size();
  DisjointSets sets(all.numbers.size());
  Buckets buckets;
  for (std::size_t band = 0; band < resemblance::signature_bands; ++band) {
    sort_by_key(all, band, buckets);
    for (std::size_t key = 0; key < keys; ++key) join_copies(all, buckets, key, sets);
  }
  std::map<std::uint32_t, std::vector<std::uint32_t>> joined;
  for (std::uint32_t i = 0; i < all.numbers.size(); ++i) {
    if (sets.root(i) != i) joined[sets.root(i)].push_back(i);
  }
  std::vector<std::vector<Xapian::docid>> groups;
  for (auto& [root, set] : joined) {
    set.push_back(root);
    part(database, all, set, groups);
  }
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  std::stable_sort(groups.begin(), groups.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return groups;
}

void find_duplicates(const Xapian::Database& database, const Found& found, const SearchRequest& request,
                     Duplicates& duplicates) {
  if (auto hint = fold_hint(database)) duplicates.hints.push_back(std::move(*hint));
  std::vector<bool> among(database.get_lastdocid() + std::size_t{1});
  for_each_found(database, found, database.get_doccount(), [&](Xapian::docid document) {
    among[document] = true;
    return true;
  });
  const auto groups = duplicate_groups(
      database, [&](Xapian::docid document) { return among[document]; }, duplicates.documents);
  duplicates.found = groups.size();
  for (const auto& group : groups) duplicates.copies += group.size();
  const std::size_t end = request.limit < groups.size() ? request.offset + request.limit : groups.size();
  for (std::size_t i = request.offset; i < std::min(end, groups.size()); ++i) {
    CopyGroup& named = duplicates.groups.emplace_back();
    for (const Xapian::docid number : groups[i]) {
      const StoredDocument d = stored_document(database.get_document(number), RecordPart::without_body);
      named.copies.push_back({d.id, d.title, d.language, d.date, d.source});
    }
  }
}

}  // namespace nsearch::searcher
