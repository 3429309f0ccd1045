// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/compounds/lexicon/rules.h"

namespace nsearch::analysis {

/// How many compounds of the dictionary a word begins and ends.
struct PartCount {
  double first = 0;
  double last = 0;
};

struct DictionaryParts {
  std::unordered_map<std::string, PartCount, TextHash, std::equal_to<>> counts;
  std::vector<std::string> derived;  ///< what could be read as a compound and is none: be-sloot, not bes-loot
};

/// Tells parts from wholes. `words`, sorted, in plain letters, are what a dictionary holds: simple words,
/// inflected ones and compounds, unmarked. Every way to read one as two others and a linker is a candidate.
/// Which of them is meant is found by expectation-maximisation with the best reading only (as segmenters are
/// trained; Brent 1999, Creutz and Lagus 2002): parts are counted in each word's best reading, the counts
/// make the costs by which the readings are chosen anew. So "den", which ends thousands of words (wor-den),
/// loses them to their true readings. A word that is a prefix of the rules and another word is derived from that:
/// it has no candidates.
DictionaryParts count_parts(const std::vector<std::string>& words, const Rules& rules);

}  // namespace nsearch::analysis
