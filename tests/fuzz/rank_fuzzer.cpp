// SPDX-License-Identifier: GPL-2.0-or-later
// Queries are ranked over a small database with damaged bytes, read where it lies: no more than the best that were asked for, each
// once and in order, or an error.
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <vector>

#include "glass/database.h"
#include "match/compile.h"
#include "match/outline.h"
#include "match/ranker.h"
#include "small_database.h"

namespace {

using namespace nsearch;
using fuzz::insist;
using fuzz::SmallDatabase;
using Xapian::Query;

Query several(Query::op kind, const std::vector<const char*>& terms) {
  return {kind, terms.begin(), terms.end(),
          kind == Query::OP_PHRASE ? static_cast<Xapian::termcount>(terms.size()) : 0};
}

const std::vector<Query>& queries() {
  const Query every("every"), some("some4");
  static const std::vector<Query> all = {
      several(Query::OP_OR, {"every", "some1", "some2", "absent"}),
      several(Query::OP_AND, {"every", "some3"}),
      several(Query::OP_PHRASE, {"every", "some5"}),
      several(Query::OP_SYNONYM, {"some6", "some7", "some8"}),
      Query(Query::OP_AND_NOT, every, some),
      Query(Query::OP_AND_MAYBE, some, every),
      Query(Query::OP_FILTER, every, some),
  };
  return all;
}

void rank(const glass::Database& database, const Query& query) {
  constexpr std::size_t best = 9;
  const auto outline = searcher::match::outline_of(query);
  insist(outline.has_value(), "a query has no outline");
  auto parts = searcher::match::compile(*outline, database);
  if (!parts) return;
  searcher::match::Ranker ranker(database, std::move(*parts), best, 20);
  const auto found = ranker.rank();
  insist(found.size() <= best, "more than were asked for");
  std::set<std::uint32_t> seen;
  for (std::size_t i = 0; i < found.size(); ++i) {
    insist(seen.insert(found[i].document).second, "a document comes twice");
    insist(i == 0 || found[i - 1].weight >= found[i].weight, "the best are out of order");
  }
  insist(ranker.counts().least <= ranker.counts().most, "counts contradict each other");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static SmallDatabase damaged;
  damaged.damage(data, size);
  try {
    const auto database = glass::Database::open(damaged.folder(), damaged.revision());
    for (int round = 0; database && round < 2; ++round) {  // what is asked for again may be kept
      for (const Query& query : queries()) {
        try {
          rank(*database, query);
        } catch (const Xapian::DatabaseError&) {
        }
      }
    }
  } catch (const Xapian::DatabaseError&) {
  }
  damaged.undo();
  return 0;
}
