// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/letter_folds.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "analysis/accent_fold.h"
#include "analysis/normalizer.h"
#include "analysis/utf8.h"

namespace nsearch::analysis {
namespace {

bool letters_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    const bool letter = (U_MASK(u_charType(next.value)) & U_GC_L_MASK) != 0;
    if (!letter || character_class(next.value) != CharClass::letter) return false;
    at += next.length;
  }
  return !text.empty();
}

/// A small letter or a digit of ASCII.
bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_capital(std::int32_t character) {
  return u_isupper(character) || u_istitle(character);
}

void LetterFolds::learn(std::int32_t character, Fold& fold) {
  std::string letter;
  append_utf8(character, letter);
  std::string exact;
  std::string surface;
  nfkc_casefold(letter, exact);
  analysis::fold_accents(exact, surface);
  fold.state = Fold::difficult;
  if (!letters_only(letter) || !letters_only(exact) || !letters_only(surface)) return;
  if (exact.size() > sizeof fold.exact || surface.size() > sizeof fold.surface) return;
  fold.state = Fold::simple;
  fold.upper = is_capital(character);
  fold.exact_size = static_cast<std::uint8_t>(exact.copy(fold.exact, sizeof fold.exact));
  fold.surface_size = static_cast<std::uint8_t>(surface.copy(fold.surface, sizeof fold.surface));
}

bool LetterFolds::fold_accents(std::string_view word, std::string& out) {
  if (std::all_of(word.begin(), word.end(), is_plain)) {
    out.assign(word);
    return true;
  }
  out.clear();
  for (std::size_t at = 0; at < word.size();) {
    const Decoded next = decode(word, at);
    if (next.value < 0x80) {
      if (!is_plain(word[at])) return false;
      out.push_back(word[at]);
    } else {
      const Fold* fold = of(next.value);
      if (fold == nullptr) return false;
      out.append(fold->surface_form());
    }
    at += next.length;
  }
  return true;
}

}  // namespace nsearch::analysis
