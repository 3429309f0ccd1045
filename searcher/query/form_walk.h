// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

#include "glass/shards.h"
#include "glass/term_walk.h"

namespace nsearch::searcher {

/// Walks the surface forms of an index in the order of their bytes, over all shards. A form begins with no capital
/// ASCII letter: terms that do have another prefix, and are passed over.
class FormWalk {
 public:
  /// `place`: the prefix of surface forms (schema::prefix::surface) or of titles; only forms that begin with
  /// `beginning`. `local`: the same database read where it lies; may be null. If it is one shard, that is several times
  /// faster.
  FormWalk(const Xapian::Database& database, std::string_view place, std::string_view beginning = {},
           const glass::Shards* local = nullptr);

  bool done() const { return local_ ? local_->done() : at_ == end_; }
  const std::string& form() const { return form_; }
  Xapian::doccount documents() const { return local_ ? local_->frequency() : at_.get_termfreq(); }
  void next();
  void skip_to(std::string_view form);  ///< the first form that is not less

 private:
  void settle();
  void skip_to_term(const std::string& term);

  std::string place_;
  std::optional<glass::TermWalk> local_;
  Xapian::TermIterator at_, end_;
  std::string form_;
};

/// The least text that is greater than all that begin with `beginning` (UTF-8, not empty).
std::string after_all(std::string_view beginning);

}  // namespace nsearch::searcher
