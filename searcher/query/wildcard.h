// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "glass/shards.h"
#include "nsearch/analyzer.h"
#include "query/expansion.h"

namespace nsearch::searcher {

/// A wildcard searches for this many forms at most.
inline constexpr std::size_t most_wildcard_forms = 1000;

/// A word with wildcards: `*` any characters or none, `?` one character, a backslash takes the next one as it is.
/// What stands between them is folded as surface forms are: case, accents, elided articles and connecting signs
/// go (l'Écon* is econ*, deepseek-v* is deepseekv*).
class WildcardPattern {
 public:
  WildcardPattern(std::string_view text, Analyzer& neutral);

  bool everything() const { return glob_.find_first_not_of(any_run) == std::string::npos; }

  /// What every match begins with; may be empty.
  std::string_view beginning() const {
    return std::string_view(glob_).substr(0, glob_.find_first_of(wildcards));
  }

  /// Linear in the form's length for one `*`, at most the product of both lengths.
  bool matches(std::string_view form) const;

 private:
  static constexpr char any_run = '\x01';
  static constexpr char any_one = '\x02';
  static constexpr std::string_view wildcards = "\x01\x02";

  std::string glob_;  ///< folded, with any_run and any_one among it
};

/// The forms that match, the most frequent ones if they are too many. Reads the forms with the pattern's
/// beginning, all forms if it begins with a wildcard. `local`: as FormWalk has it.
void expand(const WildcardPattern& pattern, const Xapian::Database& database, std::string_view place,
            Expansion& out, const glass::Shards* local = nullptr);

}  // namespace nsearch::searcher
