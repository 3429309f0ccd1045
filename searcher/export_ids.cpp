// SPDX-License-Identifier: GPL-2.0-or-later
#include "export_ids.h"

#include <algorithm>
#include <limits>

#include "matching.h"
#include "nsearch/error.h"
#include "result/hits.h"
#include "storage/index_schema.h"
#include "storage/tombstones.h"

namespace nsearch::searcher {

namespace {

constexpr Xapian::docid numbers_a_slice = 20000;  // of each shard
constexpr std::size_t ids_remembered = 1000;

/// The documents of a shard whose numbers (in that shard) are above `after` and at most `last`.
class NumberWindow final : public Xapian::PostingSource {
 public:
  NumberWindow(Xapian::docid after, Xapian::docid last) : after_(after), last_(last), at_(after) {}

  PostingSource* clone() const override { return new NumberWindow(after_, last_); }
  void init(const Xapian::Database& shard) override {
    documents_ = shard.get_doccount();
    at_ = after_;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  // As many as can be: so the query leads, and the window only looks at what it proposes.
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double) override { ++at_; }
  void skip_to(Xapian::docid number, double) override { at_ = std::max(at_, number); }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  Xapian::docid after_, last_, at_;
  Xapian::doccount documents_ = 0;
};

}  // namespace

std::vector<std::string> IdWalk::slice(const Xapian::Database& database, const Xapian::Query& query,
                                       const QueryPlan& plan) {
  std::vector<std::string> ids;
  for_each_found(database, found_by(database, plan, query), database.get_doccount(),
                 [&](Xapian::docid number) {
                   if (number > after_) ids.push_back(id_of(database.get_document(number)));
                   return true;
                 });
  return ids;
}

std::vector<std::string> IdWalk::next(const Xapian::Database& database, const QueryPlan& plan,
                                      std::size_t shards) {
  // Document d of the database is document (d - 1) / shards + 1 of its shard.
  const auto width = static_cast<Xapian::docid>(std::max<std::size_t>(shards, 1));
  const Xapian::docid done = after_ / width;
  const Xapian::docid last = database.get_lastdocid();
  std::vector<std::string> ids;
  Xapian::docid reached = std::numeric_limits<Xapian::docid>::max();
  try {
    NumberWindow window(done, done + numbers_a_slice);
    ids = slice(database, Xapian::Query(Xapian::Query::OP_FILTER, plan.query, Xapian::Query(&window)), plan);
    if (last / width >= done + numbers_a_slice) reached = (done + numbers_a_slice) * width;
  } catch (const Xapian::UnimplementedError&) {
    ids = slice(database, plan.query, plan);
  }
  after_ = reached;
  finished_ = reached >= last;
  recent_.insert(recent_.end(), ids.begin(), ids.end());
  if (recent_.size() > ids_remembered) recent_.erase(recent_.begin(), recent_.end() - ids_remembered);
  return ids;
}

void IdWalk::renumbered(const Xapian::Database& database) {
  after_ = 0;
  for (auto id = recent_.rbegin(); id != recent_.rend(); ++id) {
    const std::string term = schema::bounded_term(schema::prefix::id, *id);
    after_ = storage::live_document(database, term);
    if (after_ != 0) return;
  }
  if (recent_.empty()) return;
  throw Error(ErrorCode::unavailable, "the index was replaced while its documents were listed",
              "list them again");
}

}  // namespace nsearch::searcher
