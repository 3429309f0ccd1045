// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/dutch_verb_endings.h"

#include "analysis/stems/dutch_spelling.h"

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

bool takes_t(std::string_view stem) {
  switch (stem.back()) {
    case 'b':
    case 'd':
    case 'g':
    case 'k':
    case 'm':
    case 'w':
    case 'p':
    case 'l':
      return true;
    case 'f':
      return has_long_vowel(stem) || stem.ends_with("rf");
    case 'n':
      return has_long_vowel(stem) || stem.ends_with("oon") || stem.ends_with("rn");
    case 'r':
      return has_long_vowel(stem) || ends_unstressed(stem, "er");
    case 's':
      return has_long_vowel(stem);
    case 'i':
      return ends_in_diphthong(stem);
    default:
      return false;
  }
}

bool takes_d(std::string_view stem) {
  switch (stem.back()) {
    case 'b':
    case 'g':
    case 'w':
    case 'm':
      return true;
    case 'f':
      return has_long_vowel(stem) || stem.ends_with("rf") || stem.ends_with("lf");
    case 'l':
      return has_long_vowel(stem) || ends_unstressed(stem, "el");
    case 'n':
      return has_long_vowel(stem);
    case 'r':
      return has_long_vowel(stem) || ends_unstressed(stem, "er");
    case 's':
      return has_long_vowel(stem);
    case 'i':
      return ends_in_diphthong(stem);
    default:
      return false;
  }
}

}  // namespace

bool has_verbal_t(std::string_view word, const Words& words) {
  if (word.size() < 4 || word.back() != 't') return false;
  const std::string_view stem = word.substr(0, word.size() - 1);
  if (syllables(stem) == 0) return false;
  return words.is_verb(stem) || (takes_t(stem) && !ends_in_loan(word));
}

bool has_verbal_d(std::string_view word, const Words& words) {
  if (word.size() < 4 || word.back() != 'd') return false;
  const std::string_view stem = word.substr(0, word.size() - 1);
  if (syllables(stem) == 0) return false;
  return words.is_verb(stem) || takes_d(stem);
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
