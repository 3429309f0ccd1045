// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>

#include "glass/database.h"

namespace nsearch::searcher {

/// For planning a query on some of an index's documents just as it is planned on all of them. The planner looks its words
/// up among the terms of the part, which are few; what hangs on whether, or how often, the index holds a form
/// it asks the whole: how a word is cut in two, which forms a wildcard stands for, which words of many are
/// the rarest.
class PartOfIndex {
 public:
  virtual ~PartOfIndex() = default;

  /// Of the part's documents, those with `term`.
  virtual Xapian::doccount frequency(const std::string& term) const = 0;

  /// The part's surface forms, and all accent-exact forms that the whole index has of these: which stems a form may have
  /// hangs on the accents that it has elsewhere.
  virtual const Xapian::Database& forms() = 0;

  const Xapian::Database& whole() const { return whole_; }
  /// Of all documents, those with `term`; asked once each.
  Xapian::doccount frequency_in_whole(const std::string& term) {
    const auto [at, added] = asked_.try_emplace(term, 0);
    if (added) at->second = local_ ? local_->frequency(term) : whole_.get_termfreq(term);
    return at->second;
  }

 protected:
  /// `local`: the same read where it lies; may be null.
  PartOfIndex(const Xapian::Database& whole, const glass::Database* local) : whole_(whole), local_(local) {}

 private:
  const Xapian::Database& whole_;
  const glass::Database* local_;
  std::unordered_map<std::string, Xapian::doccount> asked_;
};

}  // namespace nsearch::searcher
