// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/apostrophes.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "analysis/accent_fold.h"
#include "analysis/elision.h"
#include "analysis/utf8.h"

namespace nsearch::analysis {
namespace {

/// The base letters of a short run: lower-case, without accents. Empty for a run that is too long to be in
/// any list.
class BaseLetters {
 public:
  explicit BaseLetters(std::string_view text, const Run& run) {
    if (run.end - run.begin > 3 * letters_.size()) return;
    for (std::uint32_t at = run.begin; at < run.end;) {
      const Decoded next = decode(text, at);
      at += next.length;
      if (next.value < 0x80) {
        add(static_cast<char>(next.value | 0x20));
      } else if (u_isalpha(next.value)) {  // no mark or invisible character
        for (const char base : base_letters(next.value)) add(base);
      }
      if (!listed_) break;
    }
    if (!listed_) size_ = 0;
  }

  operator std::string_view() const { return {letters_.data(), size_}; }

 private:
  void add(char letter) {
    listed_ &= static_cast<unsigned char>(letter) < 0x80 && size_ < letters_.size();
    if (listed_) letters_[size_++] = letter;
  }

  bool listed_ = true;  // it may be in a list
  std::array<char, 16> letters_;
  std::size_t size_ = 0;
};

/// Words that hold an apostrophe, in base letters, in two halves. An empty second half stands for any.
struct Whole {
  std::string_view before;
  std::string_view after;
};

constexpr Whole wholes[] = {
    {"aujourd", ""},                                            // aujourd'hui
    {"prud", ""},                                               // prud'homme, prud'homal
    {"presqu", "ile"}, {"presqu", "iles"},                      //
    {"grand", "mere"}, {"grand", "meres"}, {"grand", "place"},  //
    {"grand", "rue"},  {"grand", "chose"}, {"grand", "peine"},  //
    {"entr", "acte"},  {"entr", "actes"},                       //
    {"m", "n"},        {"z", "n"},         {"d", "r"},          // Dutch mijn, zijn, haar
    {"zo", "n"},       {"o", "clock"},     {"ma", "am"},        //
    {"y", "all"},      {"ne", "er"},       {"o", "er"},         //
};

bool is_whole(std::string_view before, std::string_view after) {
  return std::any_of(std::begin(wholes), std::end(wholes), [&](const Whole& word) {
    return word.before == before && (word.after.empty() || word.after == after);
  });
}

/// English: don't, we'll, they're, I've, I'm, he'd.
bool is_contraction(std::string_view before, std::string_view after) {
  if (before.empty()) return false;
  if (after == "t") return before.size() > 1 && before.back() == 'n';
  if (after == "m") return before == "i";
  const bool word = before.size() > 1 || before == "i";
  return word && (after == "ll" || after == "re" || after == "ve" || after == "d");
}

/// Breton c'h is one consonant: Penmarc'h.
bool is_breton(std::string_view before, std::string_view after) {
  return before.ends_with('c') && after.starts_with('h');
}

/// Catalan porta'l, dona'ns: pronouns behind a verb. "portal" would be another word.
bool is_enclitic(std::string_view before, std::string_view after) {
  constexpr std::string_view vowels = "aeiou";
  if (before.size() < 2 || vowels.find(before.back()) == vowels.npos) return false;
  return after == "m" || after == "t" || after == "l" || after == "n" || after == "ns" || after == "ls";
}

/// The last letter of a run, below its marks.
std::int32_t last_letter(std::string_view text, const Run& run, const CharacterClasses& classes) {
  for (std::uint32_t end = run.end; end > run.begin;) {
    const Decoded last = decode_before(text, end);
    if (begins_word(classes.of(last.value))) return last.value;
    end -= last.length;
  }
  return 0;
}

/// Ukrainian об'єкт, Hebrew ג'ירפה: the apostrophe spells a sound.
bool is_spelling(std::int32_t before, std::int32_t after) {
  if (before < 0x80 || after < 0x80) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(after, &status);
  return (script == USCRIPT_CYRILLIC || script == USCRIPT_HEBREW) && uscript_hasScript(before, script);
}

}  // namespace

/// A final 's, in any language.
bool Apostrophes::possessive(std::string_view text, const Run& after) const {
  if (after.end - after.begin != 1 || (text[after.begin] | 0x20) != 's') return false;
  if (classes_.at(text, after.next) != CharClass::apostrophe) return true;
  return !begins_word(classes_.at(text, after.next + decode(text, after.next).length));
}

Apostrophe Apostrophes::judge(std::string_view text, const Run& before, const Run& after) const {
  if (before.digits && after.digits) return Apostrophe::separates;
  if (possessive(text, after)) return Apostrophe::inside;
  if (is_spelling(last_letter(text, before, classes_), decode(text, after.begin).value))
    return Apostrophe::inside;

  const BaseLetters left(text, before);
  const BaseLetters right(text, after);
  if (is_whole(left, right) || is_breton(left, right)) return Apostrophe::inside;
  const std::string first = base_letters(decode(text, after.begin).value);
  const std::int32_t next_letter = first.empty() ? 0 : decode(first, 0).value;
  if (is_elided(left, next_letter)) return Apostrophe::elides;
  if (is_contraction(left, right)) return Apostrophe::inside;
  return is_enclitic(left, right) ? Apostrophe::separates : Apostrophe::connects;
}

std::string_view without_possessive(std::string_view word) {
  if (word.size() > 2 && (word.ends_with("'s") || word.ends_with("'S"))) word.remove_suffix(2);
  return word;
}

}  // namespace nsearch::analysis
