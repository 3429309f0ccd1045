// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>

#include "analysis/stems/dutch_noun_endings.h"
#include "analysis/stems/dutch_spelling.h"
#include "analysis/stems/dutch_verb_endings.h"
#include "analysis/stems/dutch_words.h"
#include "analysis/stems/stem_rules.h"
#include "analysis/word_list.h"

namespace nsearch::analysis {
namespace {

using namespace dutch;

/// -ën: knieën, zeeën, bacteriën. The diaeresis tells it from the -en of "misschien".
bool drop_diaeresis_plural(std::string_view accented, std::string& word) {
  if (!accented.ends_with("ën") || word.size() < 4) return false;
  const char before = word[word.size() - 3];
  if (before != 'e' && before != 'i') return false;
  word.resize(word.size() - 2);
  if (word.back() == 'i') word.push_back('e');
  return true;
}

/// Takes -e, -en or -end(e) off; what is left is spelt as a word. False: the word ends in none.
bool drop_open_ending(std::string& word) {
  std::size_t left = word.size();
  if (word.ends_with("end") && word.size() > 5)
    left -= 3;
  else if (word.ends_with("en"))
    left -= 2;
  else if (word.ends_with('e'))
    left -= 1;
  if (left == word.size() || left < 2) return false;
  const char last = word[left - 1];
  if (is_vowel(last) && !(last == 'i' && left > 2 && is_vowel(word[left - 2]))) return false;
  if (last == 'h' && left < 4) return false;
  if (syllables(std::string_view(word).substr(0, left)) == 0) return false;
  word.resize(left);
  close_syllable(word);
  return true;
}

/// One word on its way to its stem.
class DutchWord {
 public:
  explicit DutchWord(std::string& word) : word_(word) {}

  void reduce(std::string_view accented) {
    if (drop_diaeresis_plural(accented, word_) || is_whole()) return;
    if (drop_diminutive(word_) && is_whole()) return;
    if (word_.ends_with("heden")) word_.replace(word_.size() - 5, 5, "heid");
    drop_plural_s(word_);
    if (is_whole()) return;
    opened_ = word_.ends_with('e') || word_.ends_with("en");
    if (word_.ends_with("ende")) word_.pop_back();
    if (word_.ends_with("end") && drop_weak_ending()) return;  // tekende, before lopende
    if (drop_open_ending(word_) && is_whole()) return;
    if (word_.ends_with("heid") || drop_degree(word_)) return;
    drop_verb_ending();
  }

 private:
  /// Is it a word as it is? A final -e is taken off.
  bool is_whole() {
    if (dutch::is_whole(word_)) return true;
    if (!word_.ends_with('e') || !dutch::is_whole(std::string_view(word_).substr(0, word_.size() - 1)))
      return false;
    word_.pop_back();
    return true;
  }

  /// The -d of the past of verbs in -en: opend(e), getekend.
  bool drop_weak_ending() {
    std::string stem = word_.substr(0, word_.size() - 1);
    if (!is_verb(stem) && !(drop_participle_prefix(stem) && is_verb(stem))) return false;
    word_ = std::move(stem);
    return true;
  }

  void drop_verb_ending() {
    const bool inseparable = has_inseparable_prefix(word_) && syllables(word_) >= 2;
    std::string participle = word_.substr(0, word_.size() - 1);
    if ((word_.ends_with('t') || word_.ends_with('d')) && is_verb(participle)) {
      word_ = std::move(participle);
      return;
    }
    participle = word_;
    const bool has_ge = (word_.ends_with('t') || word_.ends_with('d')) && drop_participle_prefix(participle);
    if (has_ge && (dutch::is_whole(participle) || is_verb(participle))) {
      word_ = std::move(participle);
      return;
    }
    const bool ending = has_verbal_t(word_) || ((opened_ || has_ge || inseparable) && has_verbal_d(word_));
    if (has_ge) word_ = std::move(participle);
    if (ending && word_.size() > 2) word_.pop_back();
  }

  std::string& word_;
  bool opened_ = false;  // it has lost -e or -en
};

class DutchRules : public StemRules {
 public:
  Reduced reduce(std::string_view word, std::string& out) const override {
    std::string plain;
    if (word.size() < 2 || !to_plain(word, plain)) return Reduced::unchanged;
    std::string base;
    std::string_view accented = word;
    if (singular_of(plain, base) || infinitive_of(plain, base) || compound_singular_of(plain, base))
      accented = plain = base;
    if (plain.size() > 3) DutchWord(plain).reduce(accented);
    level_last_vowel(plain);
    out = std::move(plain);
    return Reduced::stem;
  }

  std::vector<std::string_view> lists() const override {
    return {word_list("stems/nl_nouns"), word_list("stems/nl_adjectives"), word_list("stems/nl_short_verbs"),
            word_list("stems/nl_plurals"), word_list("stems/nl_verbs")};
  }

 private:
};

}  // namespace

const StemRules& dutch_stem_rules() {
  static const DutchRules rules;
  return rules;
}

}  // namespace nsearch::analysis
