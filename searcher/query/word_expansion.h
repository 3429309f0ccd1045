// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "nsearch/analyzer.h"
#include "query/form_ranges.h"

namespace nsearch::searcher {

/// The surface forms that the index holds of a stem: stems have no positions, surface forms have. A surface
/// form belongs to a stem if the language stems it to that, as it stands or in a spelling with accents that
/// the index holds, and has it as no stop word.
///
/// The vocabulary is read by its beginnings (FormRanges), and what was read is kept until forget(). Not
/// thread-safe.
class WordExpansion {
 public:
  /// Complete but where `cut` is set. Throws Xapian::Error.
  const std::vector<std::string>& forms(const Xapian::Database& database, Analyzer& analyzer,
                                        const std::string& stem);

  /// The accent-exact forms that have `surface` as their surface form, without itself.
  std::vector<std::string> spellings(const Xapian::Database& database, const std::string& surface);

  /// The index has changed.
  void forget();

  bool cut = false;  ///< a beginning had more words than were read

  static constexpr std::size_t most_words = 1000000;  ///< of one beginning

 private:
  struct Spelling {
    std::string surface;
    std::string exact;  ///< what is stemmed
  };
  using Range = std::vector<Spelling>;
  using Stems = std::unordered_map<std::string, std::vector<std::string>>;  ///< surface forms by stem

  const Range& range(const Xapian::Database& database, const std::string& beginning);
  const Stems& stems(const Xapian::Database& database, Analyzer& analyzer, const std::string& beginning);
  bool surface_of(const std::string& exact, std::string& surface);

  std::map<std::string, FormRanges> languages_;
  std::map<std::string, Range> ranges_;                         ///< by beginning
  std::map<std::pair<std::string, std::string>, Stems> stems_;  ///< by language and beginning
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> forms_;  ///< by language and stem
  std::size_t kept_ = 0;  ///< words in ranges_ and stems_
  Analyzer neutral_{"und"};
  AnalyzedText text_;
};

}  // namespace nsearch::searcher
