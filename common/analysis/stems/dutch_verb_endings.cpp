// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/dutch_verb_endings.h"

#include "analysis/stems/dutch_spelling.h"
#include "analysis/stems/dutch_words.h"

namespace nsearch::analysis::dutch {
namespace {

/// draai, gooi, groei, ploei: the only stems in a vowel that take -t and -d by rule.
bool ends_in_diphthong(std::string_view stem) {
  return stem.ends_with("aai") || stem.ends_with("ooi") || stem.ends_with("oei");
}

/// The unstressed end of a longer verb: wandel, luister, adem.
bool ends_unstressed(std::string_view stem, std::string_view end) {
  return stem.ends_with(end) && syllables(stem) >= 2;
}

bool ends_in_loan(std::string_view word) {
  for (const std::string_view end : {"cept", "ript", "ient", "cert", "sert", "pert", "vert", "kert", "lert"})
    if (word.ends_with(end) && !(end.ends_with("ert") && syllables(word) > 2))
      return !word.ends_with("dient");
  return false;
}

/// Sounds before which an ending is a verb's.
enum Sound : unsigned {
  any = 1,
  long_vowel = 2,  ///< before the stem's last consonant
  diphthong = 4,   ///< the stem ends in one
  after_r = 8,
  after_l = 16,
  unstressed = 32,  ///< the stem ends in an unstressed -el or -er
};

/// For the last letter of a stem: what makes a -t, what a -d behind it a verb's ending.
struct VerbalEndings {
  char last;
  unsigned before_t;
  unsigned before_d;
};

constexpr VerbalEndings verbal_endings[] = {
    {'b', any, any},
    {'d', any, 0},
    {'f', long_vowel | after_r, long_vowel | after_r | after_l},
    {'g', any, any},
    {'i', diphthong, diphthong},
    {'k', any, 0},
    {'l', any, long_vowel | unstressed},
    {'m', any, any},
    {'n', long_vowel | after_r, long_vowel},
    {'p', any, 0},
    {'r', long_vowel | unstressed, long_vowel | unstressed},
    {'s', long_vowel, long_vowel},
    {'w', any, any},
};

bool sounds(std::string_view stem, unsigned wanted) {
  const auto after = [&](char letter) { return stem.size() > 1 && stem[stem.size() - 2] == letter; };
  return (wanted & any) != 0 || ((wanted & long_vowel) != 0 && has_long_vowel(stem)) ||
         ((wanted & diphthong) != 0 && ends_in_diphthong(stem)) || ((wanted & after_r) != 0 && after('r')) ||
         ((wanted & after_l) != 0 && after('l')) ||
         ((wanted & unstressed) != 0 && (ends_unstressed(stem, "el") || ends_unstressed(stem, "er")));
}

/// Whether -t (-d) behind `stem` is by its sound the ending of a verb: hoort, bouwde; not kant, punt.
bool takes(std::string_view stem, unsigned VerbalEndings::*ending) {
  for (const VerbalEndings& row : verbal_endings)
    if (row.last == stem.back()) return sounds(stem, row.*ending);
  return false;
}

}  // namespace

bool has_verbal_t(std::string_view word) {
  if (word.size() < 4 || word.back() != 't') return false;
  const std::string_view stem = word.substr(0, word.size() - 1);
  if (syllables(stem) == 0) return false;
  return is_verb(stem) || (takes(stem, &VerbalEndings::before_t) && !ends_in_loan(word));
}

bool has_verbal_d(std::string_view word) {
  if (word.size() < 4 || word.back() != 'd') return false;
  const std::string_view stem = word.substr(0, word.size() - 1);
  if (syllables(stem) == 0) return false;
  return is_verb(stem) || takes(stem, &VerbalEndings::before_d);
}

bool drop_participle_prefix(std::string& word) {
  for (std::size_t longest = word.size(), prefix = 0;; longest = prefix - 1) {
    prefix = longest == 0 ? 0 : prefix_of(word, longest);
    const std::string_view rest = std::string_view(word).substr(prefix);
    const bool separable = prefix == 0 || !has_inseparable_prefix(std::string_view(word).substr(0, prefix));
    if (separable && rest.starts_with("ge") && rest.size() >= 5 && syllables(rest.substr(2)) >= 1 &&
        rest[2] != 'e') {
      word.erase(prefix, 2);
      return true;
    }
    if (prefix == 0) return false;
  }
}

}  // namespace nsearch::analysis::dutch
