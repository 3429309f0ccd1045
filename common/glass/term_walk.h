// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "glass/table.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// The terms that begin as one another, in the order of their bytes. Throws Xapian::DatabaseModifiedError,
/// Xapian::DatabaseCorruptError.
class NSEARCH_EXPORT TermWalk {
 public:
  /// At the first of those that begin with `beginning`, which is not empty.
  TermWalk(const Table& postings, std::string_view beginning);

  bool done() const { return done_; }
  const std::string& term() const { return term_; }
  /// The number of documents with it.
  std::uint32_t frequency() const;

  void next();
  /// Goes on to the first term that is not less than `term`.
  void skip_to(std::string_view term);

 private:
  void go_to_key();
  void settle();

  Cursor cursor_;
  std::string beginning_;  // of the keys
  std::string key_, term_;
  bool done_ = false;
};

}  // namespace nsearch::glass
