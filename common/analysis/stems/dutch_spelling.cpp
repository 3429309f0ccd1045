// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/dutch_spelling.h"

namespace nsearch::analysis::dutch {

int syllables(std::string_view word) {
  int groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    groups += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
  return groups;
}

bool has_long_vowel(std::string_view closed) {
  if (closed.size() < 3) return false;
  const char second = closed[closed.size() - 2];
  return is_vowel(closed[closed.size() - 3]) && (is_vowel(second) || second == 'j');
}

void close_syllable(std::string& word) {
  const std::size_t size = word.size();
  if (size < 2) return;
  const char last = word[size - 1];
  const char before = word[size - 2];
  if (last == before && !is_vowel(last)) {
    word.pop_back();
    return;
  }
  const bool short_vowel = std::string_view("aeou").find(before) != std::string_view::npos &&
                           (size < 3 || !is_vowel(word[size - 3]));
  if (short_vowel && !is_vowel(last) && last != 'w' && last != 'x' && last != 'j' && syllables(word) == 1)
    word.insert(size - 2, 1, before);
  if (word.back() == 'v') word.back() = 'f';
  if (word.back() == 'z') word.back() = 's';
}

void level_last_vowel(std::string& word) {
  const std::size_t size = word.size();
  if (size < 4 || is_vowel(word[size - 1]) || syllables(word) < 2) return;
  const char vowel = word[size - 2];
  if (vowel == word[size - 3] && std::string_view("aeou").find(vowel) != std::string_view::npos)
    word.erase(size - 2, 1);
}

bool to_plain(std::string_view word, std::string& out) {
  // U+00E0 to U+00FF, whose second byte is 0xA0 to 0xBF; '.': none of ours.
  constexpr std::string_view plain = "aaaaaa.ceeeeiiii.nooooo.ouuuuy.y";
  out.clear();
  for (std::size_t i = 0; i < word.size(); ++i) {
    char letter = word[i];
    if (letter == '\xC3' && i + 1 < word.size()) {
      const auto second = static_cast<unsigned char>(word[++i]);
      if (second < 0xA0 || second > 0xBF) return false;
      letter = plain[second - 0xA0];
    }
    if (letter < 'a' || letter > 'z') return false;
    out.push_back(letter);
  }
  return true;
}

}  // namespace nsearch::analysis::dutch
