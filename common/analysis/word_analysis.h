// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/language_profiles.h"
#include "analysis/letter_folds.h"
#include "analysis/stemmer.h"
#include "analysis/word_cache.h"
#include "analysis/word_forms.h"
#include "nsearch/analyzer.h"

namespace nsearch::analysis {

/// From the bytes of a word to its forms. Not thread-safe.
class WordAnalysis {
 public:
  explicit WordAnalysis(const LanguageRules& rules, const ProtectedWords& protected_words = {});

  /// `word`: a run, or runs held together by inner apostrophes, middle dots or the full stops of an acronym.
  /// The result lives until the next call.
  const WordForms& analyze(std::string_view word);

  /// The same, adding what each step makes of the word.
  void explain(std::string_view word, std::vector<AnalysisStep>& steps);

 private:
  struct Letters {
    std::size_t count = 0;
    std::size_t capitals = 0;
    bool digits = false;
  };

  bool normalize_simple(std::string_view word);
  void normalize(std::string_view word);
  void keep_apostrophe();
  void unify(std::string_view word, std::string& out);
  static Letters count_letters(std::string_view word);
  std::uint16_t flags() const;
  void stem(std::string_view word, std::string& out);
  std::string_view stem_of(std::string_view word);
  void fold(std::string_view accented, std::string& out);
  WordForms::Layout::Form place(std::string_view form);
  /// For explain().
  void note(const char* step, std::string_view result) {
    if (steps_ != nullptr) steps_->push_back({step, std::string(result)});
  }
  void note_change(const char* step, std::string_view from, std::string_view to) {
    if (steps_ != nullptr && from != to) note(step, to);
  }
  void note_forms();
  void add_parts();
  void add_part(const std::string& part);

  const LanguageRules& rules_;
  const ProtectedWords protected_words_;
  Stemmer stemmer_;
  LetterFolds folds_;
  WordForms forms_;
  WordCache known_parts_;
  std::vector<AnalysisStep>* steps_ = nullptr;

  // The word on its way; kept to reuse their memory.
  Letters letters_;
  bool acronym_ = false;
  bool number_ = false;
  bool contraction_ = false;
  std::string plain_;     // as in the text, its apostrophes unified
  std::string exact_;     // case-folded
  std::string bare_;      // without a final 's: what stop words are compared with
  std::string accented_;  // without apostrophes: what is stemmed
  std::string surface_;   // without accents
  std::string stem_;
  std::string reduced_;
  std::string scratch_;
  std::vector<std::string> parts_;
};

}  // namespace nsearch::analysis
