// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <random>
#include <string>
#include <vector>

namespace nsearch::quality {

/// What is compared: a headline and a text.
struct FoldText {
  std::string id;
  std::string title;
  std::string body;
  std::string language;
  std::string date;
};

/// What newspapers do to a wire story. Each makes a copy of which `share` (0 to 1) of the words, or of the sentences
/// where they are moved, is touched; `other` gives foreign words and headlines.
enum class Edit { cut, reorder, rehead, light, mixed };
inline constexpr Edit all_edits[] = {Edit::cut, Edit::reorder, Edit::rehead, Edit::light, Edit::mixed};
const char* name(Edit edit);

FoldText edited(const FoldText& text, Edit edit, double share, const FoldText& other, std::mt19937& random);

/// Its sentences, roughly: cut after . ! ? before white space, and at line breaks. Each keeps what follows it.
std::vector<std::string> sentences_of(const std::string& body);

/// Its words: what white space parts.
std::vector<std::string> words_of(const std::string& body);

}  // namespace nsearch::quality
