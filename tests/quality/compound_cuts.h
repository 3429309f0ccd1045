// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where compounds are cut
/// =======================
///
/// The judgments give a compound and the lemmas of its parts: "stakingsplannen", "staking_plan". Linking
/// letters are dropped and the last part may be inflected, so a cut is an interval: behind "staking" and
/// behind "stakings" are both right, in between is not. All words are accent-folded and without hyphens.
namespace nsearch::quality {

/// One cut of the judgments: either byte offset is right.
struct TrueCut {
  std::size_t before_linker = 0;
  std::size_t after_linker = 0;
};

/// One cut that was made: where the part before it ends and where the next one begins (apart by what the
/// splitter took for linking letters).
struct MadeCut {
  std::size_t end = 0;
  std::size_t begin = 0;
};

/// Finds the cuts of `word` from the lemmas of its parts; nothing where a lemma can't be recognised in the
/// word.
std::optional<std::vector<TrueCut>> true_cuts(std::string_view word, const std::vector<std::string>& lemmas);

/// Where `parts` lie in `word`: from its first to its last byte, in order, no more than three letters between
/// two; nothing where they don't.
std::optional<std::vector<MadeCut>> made_cuts(std::string_view word, const std::vector<std::string>& parts);

/// Whether every cut is right and none is missing or too many.
bool all_right(const std::vector<TrueCut>& truth, const std::vector<MadeCut>& made);

/// Whether every cut of the judgments was made; parts may have been cut further.
bool none_missing(const std::vector<TrueCut>& truth, const std::vector<MadeCut>& made);

}  // namespace nsearch::quality
