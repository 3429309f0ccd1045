// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/character_class.h"

namespace nsearch::analysis {

/// Upper case or title case: ᾯ is the latter, and the former when it is decomposed.
bool is_capital(std::int32_t character);

/// Case and accent folding a letter at a time, from a table that fills itself by the general functions
/// (normalizer.h, accent_fold.h): the short way for words of Latin, Greek and Cyrillic letters without
/// combining marks. Not thread-safe.
class LetterFolds {
 public:
  struct Fold {
    enum State : std::uint8_t { unknown, simple, difficult };

    State state = unknown;
    bool upper = false;
    std::uint8_t exact_size = 0;
    std::uint8_t surface_size = 0;
    char exact[6];
    char surface[6];

    std::string_view exact_form() const { return {exact, exact_size}; }
    std::string_view surface_form() const { return {surface, surface_size}; }
  };

  /// nullptr where the letter can't be folded by itself.
  const Fold* of(std::int32_t character) {
    if (character < first || character >= end) return nullptr;
    Fold& fold = folds_[static_cast<std::size_t>(character - first)];
    if (fold.state == Fold::unknown) learn(character, fold);
    return fold.state == Fold::simple ? &fold : nullptr;
  }

  /// fold_accents() of a case-folded word, without what is no letter or digit; false where it needs the
  /// general way.
  bool fold_accents(std::string_view word, std::string& out);

 private:
  static constexpr std::int32_t first = 0x80;
  static constexpr std::int32_t end = 0x530;

  void learn(std::int32_t character, Fold& fold);

  std::array<Fold, end - first> folds_;
};

}  // namespace nsearch::analysis
