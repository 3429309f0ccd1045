// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/french_spelling.h"

#include <algorithm>

#include "analysis/stems/dutch_spelling.h"

namespace nsearch::analysis::french {

bool to_plain(std::string_view word, std::string& out) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
    out = word;
    return true;
  }
  std::string without_ligatures;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word.substr(i, 2) == "œ" || word.substr(i, 2) == "æ") {
      without_ligatures += word.substr(i, 2) == "œ" ? "oe" : "ae";
      ++i;
    } else {
      without_ligatures += word[i];
    }
  }
  return dutch::to_plain(without_ligatures, out);
}

}  // namespace nsearch::analysis::french
