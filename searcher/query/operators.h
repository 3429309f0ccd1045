// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nsearch::searcher {

enum class Operator { none, and_, or_, not_, near, adjacent, not_near, sentence, paragraph };

/// The words of NEAR and NOTNEAR where none are given, and of ADJ.
inline constexpr std::uint32_t default_distance = 10;
inline constexpr std::uint32_t default_adjacent_distance = 1;

/// The most that may stand behind NEAR/, "..."~ and atleast/.
inline constexpr std::uint32_t max_number = 1000;

/// The languages beside English that operators may be written in.
struct OperatorWords {
  bool french = false;  ///< ET, OU, SAUF
  bool dutch = false;   ///< EN, OF, NIET

  /// Of ParseOptions::operators; names that are not known count for nothing.
  static OperatorWords of(const std::vector<std::string>& languages);
  static OperatorWords all() { return {true, true}; }
};

/// An operator as it was written.
struct WrittenOperator {
  Operator op = Operator::none;
  std::uint32_t number = 0;  ///< of near, adjacent and not_near
  bool bad_number = false;   ///< what stands behind the slash is no number from 1 to max_number
};

/// The operator that a word is when it stands by itself: AND && &, OR || |, NOT, NEAR/5 near/5 w/5, ADJ/5 adj/5
/// pre/5, NOTNEAR/5 notnear/5, SENTENCE w/s, PARAGRAPH w/p. The one list of them.
WrittenOperator operator_of(std::string_view word, const OperatorWords& words);

/// The operator that a word resembles without being one ("and", "Or", "ET", "NIET", "NEAR5"): worth a hint between
/// other words. How it is written, such as "AND"; empty for none.
std::string lookalike_of(std::string_view word);

/// A number from 1 to max_number in decimal digits; 0 for anything else.
std::uint32_t small_number(std::string_view digits);

}  // namespace nsearch::searcher
