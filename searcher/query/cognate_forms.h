// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "nsearch/analyzer.h"

namespace nsearch::searcher {

/// Forms in the index that may be cognates of a word: alike but for endings (translate/endings.h,
/// related/cognates.h). Reads the surface forms that begin with the word's first letter, 100,000 at most, once for each word.
class CognateForms {
 public:
  explicit CognateForms(const Xapian::Database& database) : database_(database) {}

  /// Those whose stem in the analyzer's language a document in it holds, the likest first; none where one holds the
  /// word's own.
  std::vector<std::string> of(const std::string& typed, Analyzer& analyzer);

 private:
  const std::vector<std::string>& alike(const std::string& surface);

  const Xapian::Database& database_;
  std::map<std::string, std::vector<std::string>> alike_;  ///< by surface form
};

}  // namespace nsearch::searcher
