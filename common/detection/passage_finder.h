// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "detection/listed_words.h"
#include "detection/stretches.h"

namespace nsearch::detection {

/// Stretches in a row that may be in another language than the text's own; it remains to be judged by
/// detect_language().
struct SuspectPassage {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t lead = 0;            ///< up to three stretches of its paragraph earlier
  std::uint32_t words = 0;         ///< without names
  std::size_t list = kNoLanguage;  ///< the word list that holds most of its words
};

/// Finds suspect passages by the cheap counts of listed words. In a text that is in one language from
/// beginning to end there is hardly any, so that it costs one quick pass.
class PassageFinder {
 public:
  /// `main_language`: a code or "und".
  PassageFinder(std::string_view body, std::string_view main_language);

  /// All suspect passages, in order, of whatever length. Linear.
  std::vector<SuspectPassage> find();

 private:
  enum class Kind { own, neutral, foreign };

  Kind kind_of(const ListedWords& counts) const;
  Kind kind_against_own_list(const ListedWords& counts) const;
  std::uint32_t own(const ListedWords& counts) const;
  void add_foreign(const Stretch& stretch, const ListedWords& counts);
  void add_neutral(const Stretch& stretch);
  void remember(const Stretch& stretch);
  void close();

  std::string_view body_;
  std::string main_;
  std::vector<std::size_t> own_lists_;  // of the main language
  std::vector<SuspectPassage> found_;

  bool open_ = false;
  SuspectPassage passage_;
  ListedWords passage_counts_;
  std::size_t neutral_bytes_ = 0;        // since the open passage's last foreign stretch
  std::array<std::size_t, 3> before_{};  // where the stretches before in this paragraph begin, oldest first
};

}  // namespace nsearch::detection
