// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nsearch::searcher {

/// Where the words of one stem are found in a sorted vocabulary. Stemmers take endings off, so that a word
/// nearly always begins as its stem does; what does not (ging and gaan, gewerkt and werk, yeux and oeil) is
/// known by language. Not thread-safe.
class FormRanges {
 public:
  explicit FormRanges(std::string language);

  /// Beginnings, one of which every surface form of the stem has; {""} where any word may be one.
  std::vector<std::string> beginnings(std::string_view stem) const;

 private:
  void add_list(std::string_view list);
  void add_pattern(std::string_view head, std::string_view tail);
  void add(std::string_view base, std::string_view form);

  std::string language_;
  std::multimap<std::string, std::string, std::less<>> irregular_;  ///< beginnings by stem
};

}  // namespace nsearch::searcher
