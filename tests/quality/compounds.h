// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace nsearch::quality {

/// How an analyzer splits judged compounds. Words that the text itself parts (by a hyphen) count as cut
/// there.
struct CompoundScore {
  std::uint64_t compounds = 0;      ///< judged, with cuts that could be found in the word
  std::uint64_t unrecognised = 0;   ///< left out: the parts' lemmas are not recognisable in the word
  std::uint64_t right = 0;          ///< every cut right, none missing, none too many
  std::uint64_t found = 0;          ///< every cut made; parts may be cut further
  std::uint64_t unsplit = 0;        ///< not cut at all
  std::uint64_t non_compounds = 0;  ///< judged words that are no compounds
  std::uint64_t over_split = 0;     ///< of those, with compound parts
};

/// Reads "form TAB lemma_lemma TAB ..." and a list of words that are no compounds; '#' begins a comment line.
/// Throws Error.
CompoundScore score_compounds(const std::string& language, const std::string& compounds_path,
                              const std::string& non_compounds_path);

}  // namespace nsearch::quality
