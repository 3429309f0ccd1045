// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "query/planner_analysis.h"

namespace nsearch::searcher {

/// A word of the query as terms of the index.
struct PlannedWord {
  Xapian::Query by_stem;     ///< its stems in the languages where it is no stop word
  Xapian::Query by_surface;  ///< the form as typed, in every language
  Xapian::Query by_parts;    ///< ranked texts only: the parts of a compound, each somewhere in the document
  Xapian::Query by_accents;  ///< the stems that it has with other accents, in every language
  Xapian::Query by_others;   ///< other ways to write it: joined, apart, synonyms
  Xapian::Query by_translation;  ///< what it is in other languages
  std::vector<std::string> stop_in;
  bool capitals = false;
  bool stem_in_whole =
      false;  ///< the index holds one of the stems of by_stem; for a part of it by_stem may be empty all the same
  Xapian::doccount documents = 0;  ///< of its most frequent term
  std::vector<WordForms> forms;
  std::string joined;
  std::vector<std::string> variants;              ///< forms that it stands for as well
  std::vector<std::vector<std::string>> phrases;  ///< likewise, side by side
  std::vector<PlannedWord> synonyms;
  std::vector<std::pair<std::string, std::string>> translated;  ///< language and stem
  bool exact = false;
  bool in_title = false;
  std::size_t begin = 0, end = 0;  ///< in the query

  Xapian::Query whole() const;
};

}  // namespace nsearch::searcher
