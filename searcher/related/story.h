// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/document.h"

namespace nsearch::searcher {

/// A word of an article, with what speaks for its carrying the story.
struct StoryWord {
  std::string surface;
  std::string written;  ///< as it stands where it comes first
  bool number = false;
  bool name = false;       ///< capitalised within sentences
  unsigned documents = 0;  ///< that hold it, beside the article itself
  double rarity = 0;       ///< see Rarity
  double weight = 0;       ///< see weigh_words()
};

/// An article as the comparison sees it.
struct Story {
  std::string language;
  std::vector<StoryWord> words;  ///< each surface form once, in the text's order
  double names_share = 0;        ///< of the words within sentences, those that are capitalised
};

/// The part of an article that is compared: of its body so many bytes, cut at a character.
inline constexpr std::size_t story_bytes = 32768;
std::string story_text(const Document& article);

/// Finds the words of `text`. `neutral` is an analyzer without a language. Linear.
Story read_story(std::string_view text, Analyzer& neutral);

}  // namespace nsearch::searcher
