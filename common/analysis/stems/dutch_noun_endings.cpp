// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/dutch_noun_endings.h"

#include <string_view>

#include "analysis/stems/dutch_spelling.h"
#include "analysis/stems/dutch_words.h"

namespace nsearch::analysis::dutch {
namespace {

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  for (const std::string_view end : ends)
    if (word.ends_with(end)) return true;
  return false;
}

/// What -tje leaves, for words in -t as well: straatje, stoeltje, autootje, ringetje.
std::string without_tje(std::string_view word) {
  std::string with_t(word.substr(0, word.size() - 2));
  std::string without(word.substr(0, word.size() - 3));
  if (is_whole(with_t)) return with_t;
  const std::size_t size = without.size();
  if (without.back() == 'e' && size > 3) {  // -etje
    const std::string_view before = std::string_view(without).substr(0, size - 1);
    const bool doubled = before[size - 2] == before[size - 3] && !is_vowel(before[size - 2]);
    if (doubled) return std::string(before.substr(0, size - 2));
    if (ends_in_any(before, {"ng", "oem", "ieg"})) return std::string(before);
  }
  if (size > 2 && is_vowel(without[size - 1]) && without[size - 1] == without[size - 2]) {
    if (syllables(without) < 2) return with_t;
    without.pop_back();
    return without;
  }
  return is_vowel(without.back()) || ends_in_any(without, {"l", "n", "r", "w", "j"}) ? without : with_t;
}

std::string without_je(std::string_view word) {
  if (word.ends_with("tje")) return without_tje(word);
  std::string base(word.substr(0, word.size() - 2));
  if (word.ends_with("mpje") && !is_whole(base)) base.pop_back();
  if (word.ends_with("inkje") && syllables(base) > 1) base.back() = 'g';
  return base;
}

}  // namespace

bool drop_diminutive(std::string& word) {
  std::string_view singular = word;
  if (singular.ends_with('s')) singular.remove_suffix(1);
  if (singular.size() < 5 || !singular.ends_with("je")) return false;
  const char before = singular[singular.size() - 3];
  if (std::string_view("bdfghkpst").find(before) == std::string_view::npos) return false;
  std::string base = without_je(singular);
  if (base.size() < 2 || syllables(base) == 0) return false;
  word = std::move(base);
  return true;
}

bool drop_plural_s(std::string& word) {
  const std::string_view singular = std::string_view(word).substr(0, word.size() - 1);
  if (word.size() < 4 || word.back() != 's' || is_whole(word)) return false;
  const bool by_sound =
      syllables(singular) >= 2 && ends_in_any(singular, {"el", "er", "en", "em", "erd", "aar", "oir", "eur",
                                                         "ie", "ier", "or", "on", "um", "et"});
  const bool by_vowel =
      syllables(singular) >= 2 && singular.ends_with('e') && !is_vowel(singular[singular.size() - 2]);
  const bool loan = ends_in_any(singular, {"lm", "am", "ub", "ob", "ick", "ock", "ck", "ack", "ing", "all",
                                           "oal", "and", "ant", "ent", "eam", "ond"}) &&
                    !ends_in_any(word, {"gangs", "lands", "angs", "tends", "monds", "inds", "ents"});
  const bool other = ends_in_any(singular, {"eau", "ey", "ay", "oy"});
  if (!by_sound && !by_vowel && !loan && !other) return false;
  word.pop_back();
  return true;
}

bool drop_degree(std::string& word) {
  const bool superlative = word.size() > 4 && word.ends_with("st");
  const bool comparative = word.size() > 4 && word.ends_with("er");
  if (!superlative && !comparative) return false;
  std::string base = word.substr(0, word.size() - 2);
  if (superlative && base.ends_with("sch")) return word = base, true;
  if (comparative) {
    if (base.ends_with("rd") && is_adjective(base.substr(0, base.size() - 1))) base.pop_back();
    close_syllable(base);
  }
  bool known = is_adjective(base);
  if (!known && superlative && is_adjective(base + "s")) {
    base += 's';
    known = true;
  }
  if (!known) {
    std::string levelled = base;
    level_last_vowel(levelled);
    known = syllables(base) >= 2 &&
            ends_in_any(levelled, {"lijk", "zam", "bar", "isch", "loos", "los", "vol", "rijk"});
    if (superlative) known |= syllables(base) >= 2 && base.ends_with("ig");
  }
  if (!known) return false;
  word = std::move(base);
  return true;
}

}  // namespace nsearch::analysis::dutch
