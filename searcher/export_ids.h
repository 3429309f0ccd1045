// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <deque>
#include <string>
#include <vector>

#include "query/planner.h"

namespace nsearch::searcher {

/// Walks over the documents that match a query, in document order, a slice at a time, in constant memory.
/// Between slices the database may be opened anew; a walk over remote shards is one slice, for a stock server
/// can't cut it.
class IdWalk {
 public:
  /// The ids of the next slice (perhaps none although more follow); `database` as it is now. `plan` may
  /// change only as the database does. Throws Xapian::Error, Error; the walk then stands where it stood
  /// before.
  std::vector<std::string> next(const Xapian::Database& database, const QueryPlan& plan, std::size_t shards);

  bool finished() const { return finished_; }

  /// The documents may have been numbered anew: goes on after the last id given out that is still there.
  /// Throws Error(unavailable) if none of the latest thousand is.
  void renumbered(const Xapian::Database& database);

 private:
  /// `query`: the plan's, or a part of it.
  std::vector<std::string> slice(const Xapian::Database& database, const Xapian::Query& query,
                                 const QueryPlan& plan);

  Xapian::docid after_ = 0;  ///< document numbers up to here are done
  bool finished_ = false;
  std::deque<std::string> recent_;
};

}  // namespace nsearch::searcher
