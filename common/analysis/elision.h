// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace nsearch::analysis {

/// Whether `particle` (lower-case, no accents), standing before an apostrophe and a word that begins with the
/// base letter `next`, is an elided article, pronoun, preposition or conjunction: no word of its own.
///
/// One table for French, Italian, Catalan and Luxembourgish, applied to every text. Only function words are
/// in it, so that nothing that one may look for is lost (Italian "bell'uomo" stays two words).
bool is_elided(std::string_view particle, std::int32_t next);

/// Whether a single ASCII letter, or "qu", is such a word before vowels.
bool is_short_particle(std::string_view word);

}  // namespace nsearch::analysis
