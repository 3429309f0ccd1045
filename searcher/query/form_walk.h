// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace nsearch::searcher {

/// Walks the surface forms of an index in the order of their bytes, over all shards. A form begins with no capital
/// ASCII letter: terms that do have another prefix, and are passed over.
class FormWalk {
 public:
  /// `place`: the prefix of surface forms (schema::prefix::surface) or of titles; only forms that begin with
  /// `beginning`.
  FormWalk(const Xapian::Database& database, std::string_view place, std::string_view beginning = {});

  bool done() const { return at_ == end_; }
  const std::string& form() const { return form_; }
  Xapian::doccount documents() const { return at_.get_termfreq(); }
  void next();
  void skip_to(std::string_view form);  ///< the first form that is not less

 private:
  void settle();

  std::string place_;
  Xapian::TermIterator at_, end_;
  std::string form_;
};

/// The least text that is greater than all that begin with `beginning` (UTF-8, not empty).
std::string after_all(std::string_view beginning);

}  // namespace nsearch::searcher
