// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace nsearch::searcher {

/// For planning a query on some of an index's documents just as it is planned on all of them. The planner looks its words
/// up among the terms of the part, which are few; what hangs on whether, or how often, the index holds a form
/// it asks the whole: how a word is cut in two, which forms a wildcard stands for, which words of many are
/// the rarest. All may throw Xapian::Error. Not thread-safe.
class PartOfIndex {
 public:
  virtual ~PartOfIndex() = default;

  virtual Xapian::doccount size() const = 0;
  /// Of its documents, those with `term`.
  virtual Xapian::doccount frequency(const std::string& term) const = 0;
  virtual bool has_prefix(const std::string& prefix) = 0;

  /// A database whose terms are the forms of its documents: surface forms, those in titles, accent-exact ones.
  virtual const Xapian::Database& terms() = 0;
  /// The same with all accent-exact forms that the whole index has of its surface forms: which stems a form may have hangs
  /// on the accents that it has elsewhere.
  virtual const Xapian::Database& forms() = 0;
};

}  // namespace nsearch::searcher
