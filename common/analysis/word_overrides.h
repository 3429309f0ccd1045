// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "nsearch/export.h"

namespace nsearch::analysis {

/// Irregular forms of a language, each with the word in whose place it is stemmed: "steden" is stemmed as
/// "stad". A word listed under itself is protected: its stem is the word.
///
///     # comment
///     stad: steden
///     gaan: ging gingen gegaan
///     openai: openai
class NSEARCH_EXPORT WordOverrides {
 public:
  /// `list` must outlive this object. Throws Error (ErrorCode::internal) where a line is not of the form
  /// above.
  explicit WordOverrides(std::string_view list);

  /// The word to stem in place of the case-folded, accented `word`; `word` itself where nothing is listed.
  std::string_view base_of(std::string_view word) const;
  bool is_protected(std::string_view word) const;

  /// Forms and the words in whose place they are stemmed, by form.
  const std::vector<std::pair<std::string_view, std::string_view>>& entries() const { return bases_; }

 private:
  const std::pair<std::string_view, std::string_view>* find(std::string_view word) const;

  static constexpr std::size_t filter_bits = 8192;
  static std::size_t filter_bit(std::string_view word);

  std::vector<std::pair<std::string_view, std::string_view>> bases_;
  std::bitset<filter_bits> filter_;  // nearly all words are not listed, and need no search to tell
};

}  // namespace nsearch::analysis
