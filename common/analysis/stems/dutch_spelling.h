// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::analysis::dutch {

inline bool is_vowel(char c) {
  switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
      return true;
    default:
      return false;
  }
}

/// Groups of vowels: 2 in "hu-is-je" written huisje, 1 in "boom".
int syllables(std::string_view word);

/// Is the letter before the last one half of a vowel of two letters: b-oo-m, h-ui-s, w-ij-s?
bool has_long_vowel(std::string_view closed);

/// Spells what is left of a word that lost an ending with a vowel as a word of its own: lop(en) -> loop,
/// mann(en) -> man, briev(en) -> brief, huiz(en) -> huis.
void close_syllable(std::string& word);

/// One spelling for the last vowel of longer words, whose length is heard but not always written: studeer and
/// studer(en), wandel and wandel(en) end alike. Short words keep theirs: maan is not man.
void level_last_vowel(std::string& word);

/// Replaces accented letters of Latin-1 by plain ones. False: there are other letters than a to z.
bool to_plain(std::string_view word, std::string& out);

}  // namespace nsearch::analysis::dutch
