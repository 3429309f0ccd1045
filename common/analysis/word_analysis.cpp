// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_analysis.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "analysis/accent_fold.h"
#include "analysis/apostrophes.h"
#include "analysis/character_class.h"
#include "analysis/normalizer.h"
#include "analysis/sentence_boundaries.h"
#include "analysis/utf8.h"

namespace nsearch::analysis {
namespace {

/// Calls `use(character, bytes)` for each character.
template <typename Use>
void for_each_character(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    use(next.value, text.substr(at, next.length));
    at += next.length;
  }
}

bool is_word_character(CharClass c) {
  return begins_word(c) || c == CharClass::extend;
}

/// Hebrew geresh and gershayim, which UAX #29 counts among the letters of a word.
bool is_hebrew_punctuation(std::int32_t c) {
  return c == 0x5F3 || c == 0x5F4;
}

/// Drops what is no letter, digit or mark; marks at the beginning too, for they could not begin a word.
void keep_word_characters(std::string_view text, std::string& out) {
  const CharacterClasses& classes = CharacterClasses::instance();
  out.clear();
  for_each_character(text, [&](std::int32_t c, std::string_view bytes) {
    const CharClass type = classes.of(c);
    const bool kept = is_word_character(type) && !is_hebrew_punctuation(c);
    if (kept && !(out.empty() && type == CharClass::extend)) out.append(bytes);
  });
}

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == text.npos;
}

/// don't, she'll, zo'n: forms that without their apostrophe would be other words (shell; zon, the Dutch sun).
/// In other words the apostrophe is silent: aujourd'hui, Penmarc'h.
bool is_contraction(std::string_view exact) {
  const std::size_t apostrophe = exact.rfind('\'');
  if (apostrophe == exact.npos || apostrophe == 0) return false;
  constexpr std::string_view endings[] = {"t", "m", "d", "n", "r", "er", "ll", "re", "ve"};
  return std::find(std::begin(endings), std::end(endings), exact.substr(apostrophe + 1)) != std::end(endings);
}

/// A surface form and a stem.
WordForms two_forms(std::string_view surface, std::string_view stem) {
  WordForms forms;
  forms.text = surface;
  const bool shared = surface.starts_with(stem);
  if (!shared) forms.text.append(stem);
  const auto size_of = [](std::string_view form) { return static_cast<std::uint32_t>(form.size()); };
  forms.layout.surface = {0, size_of(surface)};
  forms.layout.stem = {shared ? 0 : size_of(surface), size_of(stem)};
  forms.layout.size = size_of(forms.text);
  return forms;
}

/// What the exact form consists of: letters, digits, marks, apostrophes, the middle dot of Catalan.
void keep_exact_characters(std::string_view text, std::string& out) {
  const CharacterClasses& classes = CharacterClasses::instance();
  out.clear();
  for_each_character(text, [&](std::int32_t c, std::string_view bytes) {
    const CharClass type = classes.of(c);
    if (c == '\'' || is_word_character(type) || type == CharClass::middle_dot) out.append(bytes);
  });
}

}  // namespace

WordAnalysis::WordAnalysis(const LanguageRules& rules, const ProtectedWords& protected_words)
    : rules_(rules), protected_words_(protected_words), stemmer_(rules.profile.algorithm) {}

const WordForms& WordAnalysis::analyze(std::string_view word) {
  forms_.text.clear();
  forms_.layout = {};
  acronym_ = contraction_ = false;
  letters_ = {};
  if (!normalize_simple(word)) normalize(word);
  if (surface_.empty()) return forms_;

  if (steps_ != nullptr) note_forms();
  forms_.text = exact_;
  forms_.layout.exact_size = static_cast<std::uint32_t>(exact_.size());
  forms_.layout.surface = place(surface_);
  forms_.layout.flags = flags();
  if (!number_) {
    if (!contraction_) stem(accented_, stem_);
    forms_.layout.stem = place(contraction_ ? surface_ : stem_);
    const bool content = !acronym_ && !protected_words_.contains(surface_) &&
                         (forms_.layout.flags & word_stop) == 0 && accented_.size() <= Stemmer::max_word;
    if (rules_.splitter != nullptr && content) add_parts();
  }
  forms_.layout.size = static_cast<std::uint32_t>(forms_.text.size());
  return forms_;
}

void WordAnalysis::explain(std::string_view word, std::vector<AnalysisStep>& steps) {
  steps_ = &steps;
  analyze(word);
  steps_ = nullptr;
}

void WordAnalysis::note_forms() {
  note("normalised", exact_);
  note_change("without 's", exact_, bare_);
  note_change("accents folded", bare_, surface_);
  if (number_) note("number", surface_);
  if (contraction_) note("contraction", surface_);
  if ((flags() & word_stop) != 0) note("stop word", bare_);
}

WordForms::Layout::Form WordAnalysis::place(std::string_view form) {
  // Only short words are worth the search, and it takes time that grows with the square of the length.
  std::size_t at = std::string::npos;
  if (forms_.text.starts_with(form)) {
    at = 0;
  } else if (form.size() <= Stemmer::max_word) {
    at = forms_.text.find(form);
  }
  if (at == std::string::npos) {
    at = forms_.text.size();
    forms_.text.append(form);
  }
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(form.size())};
}

void WordAnalysis::add_parts() {
  rules_.splitter->split(accented_, parts_);
  for (const std::string& part : parts_) {
    if (forms_.layout.part_count == max_compound_parts) break;
    note("compound part", part);
    add_part(part);
  }
}

/// Few parts make many compounds: what became of one is kept.
void WordAnalysis::add_part(const std::string& part) {
  WordForms::Layout::Part& added = forms_.parts[forms_.layout.part_count++];
  const WordKey key(part, 0, part.size());
  const CachedWord* known = steps_ == nullptr ? known_parts_.find(key) : nullptr;
  if (known == nullptr) {
    fold(part, scratch_);
    stem(part, stem_);
    known = known_parts_.insert(key, two_forms(scratch_, stem_));
  }
  if (known == nullptr) {
    added = {place(scratch_), place(stem_)};
    return;
  }
  const auto form = [&](auto at) { return place({known->bytes() + at.at, at.size}); };
  const auto surface = form(known->layout.surface);
  added = {surface, form(known->layout.stem)};
}

/// The short way, for words of letters and digits that fold one by one; false where the word needs the long
/// one.
bool WordAnalysis::normalize_simple(std::string_view word) {
  if (rules_.profile.turkish_case) return false;
  exact_.clear();
  surface_.clear();
  for (std::size_t at = 0; at < word.size();) {
    const char byte = word[at];
    const char lower = static_cast<char>(byte | 0x20);
    if (lower >= 'a' && lower <= 'z') {
      ++letters_.count;
      letters_.capitals += byte != lower;
      exact_.push_back(lower);
      surface_.push_back(lower);
      ++at;
    } else if (byte >= '0' && byte <= '9') {
      letters_.digits = true;
      exact_.push_back(byte);
      surface_.push_back(byte);
      ++at;
    } else {
      const Decoded next = decode(word, at);
      const LetterFolds::Fold* fold = folds_.of(next.value);
      if (fold == nullptr) return false;
      ++letters_.count;
      letters_.capitals += fold->upper;
      exact_.append(fold->exact_form());
      surface_.append(fold->surface_form());
      at += next.length;
    }
  }
  number_ = letters_.count == 0;
  bare_ = accented_ = exact_;
  return true;
}

/// The long way.
void WordAnalysis::normalize(std::string_view word) {
  unify(word, plain_);
  letters_ = count_letters(without_possessive(plain_));
  nfkc_casefold(plain_, scratch_);
  keep_exact_characters(scratch_, exact_);
  bare_ = without_possessive(exact_);
  fold(bare_, surface_);
  number_ = all_digits(surface_);
  if (number_) exact_ = surface_;
  contraction_ = is_contraction(bare_);
  if (contraction_) {
    keep_apostrophe();
    return;
  }

  if (rules_.profile.turkish_case) {
    nfkc_turkish_lower(plain_, scratch_);
    bare_ = without_possessive(scratch_);
  }
  accented_.clear();
  for (const char c : bare_)
    if (c != '\'') accented_.push_back(c);
}

/// The surface form of a contraction: both sides folded, the apostrophe between them.
void WordAnalysis::keep_apostrophe() {
  const std::string_view bare = bare_;
  const std::size_t apostrophe = bare.rfind('\'');
  fold(bare.substr(0, apostrophe), surface_);
  fold(bare.substr(apostrophe + 1), scratch_);
  surface_.append("'").append(scratch_);
  accented_ = surface_;
}

/// One apostrophe for all; no full stops, quotation marks and the like.
void WordAnalysis::unify(std::string_view word, std::string& out) {
  const CharacterClasses& classes = CharacterClasses::instance();
  out.clear();
  for_each_character(word, [&](std::int32_t c, std::string_view bytes) {
    const CharClass type = classes.of(c);
    if (type == CharClass::apostrophe) {
      out.push_back('\'');
    } else if (type == CharClass::full_stop) {
      acronym_ = true;
    } else if (type != CharClass::separator) {
      out.append(bytes);
    }
  });
}

WordAnalysis::Letters WordAnalysis::count_letters(std::string_view word) {
  Letters letters;
  for_each_character(word, [&](std::int32_t c, std::string_view) {
    if ((U_MASK(u_charType(c)) & U_GC_L_MASK) != 0) {
      ++letters.count;
      letters.capitals += is_capital(c);
    }
    letters.digits |= static_cast<bool>(u_isdigit(c));
  });
  return letters;
}

std::uint16_t WordAnalysis::flags() const {
  if (number_) return word_number;
  unsigned flags = 0;
  if (!acronym_ && rules_.stop_words.contains(bare_)) flags |= word_stop;
  if (letters_.count >= 2 && letters_.capitals == letters_.count) flags |= word_capitals;
  if (letters_.count == 1 && letters_.capitals == 1 && !letters_.digits) flags |= word_one_capital;
  if (is_abbreviation(surface_)) flags |= word_abbreviation;
  if (is_german_month(surface_)) flags |= word_german_month;
  return static_cast<std::uint16_t>(flags);
}

/// Stems the accented `word`, then folds.
void WordAnalysis::stem(std::string_view word, std::string& out) {
  if (!protected_words_.empty()) {
    fold(word, out);
    if (protected_words_.contains(out)) return note("protected", out);
  }
  const std::string_view base = rules_.overrides.base_of(word);
  const bool kept = rules_.overrides.is_protected(base);
  if (base != word || kept) note("override", base);
  fold(kept ? base : stem_of(base), out);
  if (out.empty()) out = surface_;
  note("stem", out);
}

std::string_view WordAnalysis::stem_of(std::string_view word) {
  if (word.size() > Stemmer::max_word) return word;
  const Reduced reduced = rules_.stems == nullptr ? Reduced::unchanged : rules_.stems->reduce(word, reduced_);
  if (reduced != Reduced::unchanged) note("rules", reduced_);
  if (reduced == Reduced::stem) return reduced_;
  const std::string_view stem = stemmer_.stem(reduced == Reduced::base ? std::string_view(reduced_) : word);
  if (!rules_.profile.algorithm.empty()) note("Snowball", stem);
  return stem;
}

void WordAnalysis::fold(std::string_view accented, std::string& out) {
  if (folds_.fold_accents(accented, out)) return;
  // Filtered before as well: what folds depends on the letter that a mark comes to stand on.
  std::string kept;
  keep_word_characters(accented, kept);
  std::string folded;
  fold_accents(kept, folded);
  keep_word_characters(folded, out);
}

}  // namespace nsearch::analysis
