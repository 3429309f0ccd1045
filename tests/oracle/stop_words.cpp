// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/stop_words.h"

#include <algorithm>

namespace oracle {

namespace {

/// Languages in which every word of the text is a stop word.
std::set<std::string> stop_word_in(const QueryWords& text, const std::vector<std::string>& languages) {
  std::set<std::string> found;
  for (const std::string& language : languages) {
    const bool all = std::all_of(text.words.begin(), text.words.end(),
                                 [&](const QueryWord& word) { return word.stop_in.count(language) != 0; });
    if (all) found.insert(language);
  }
  return found;
}

bool in_capitals(const nsearch::QueryNode& word, const QueryWords& text) {
  return !word.pattern && text.words.size() == 1 && text.words.front().capitals;
}

}  // namespace

std::vector<std::set<std::string>> languages_that_may_lack(
    const std::vector<const nsearch::QueryNode*>& words, bool beside_others, WordReader& reader) {
  std::set<std::string> different;
  bool shouted = true;
  for (const nsearch::QueryNode* word : words) {
    different.insert(word->field + ":" + word->text + (word->pattern ? "*" : "~") +
                     std::to_string(word->edits));
    shouted = shouted && in_capitals(*word, reader.words(word->text));
  }
  shouted = shouted && different.size() > 3;
  std::vector<std::set<std::string>> may_lack;
  const std::vector<std::string>& all = reader.languages();
  for (const nsearch::QueryNode* word : words) {
    const QueryWords& text = reader.words(word->text);
    may_lack.emplace_back();
    if (word->pattern || (in_capitals(*word, text) && !shouted)) continue;
    may_lack.back() = stop_word_in(text, all);
    const bool undetermined = std::find(all.begin(), all.end(), "und") != all.end();
    if (undetermined && !may_lack.back().empty()) may_lack.back().insert("und");
  }
  if (beside_others) return may_lack;
  for (const std::string& language : all) {
    const bool nothing_else = std::all_of(may_lack.begin(), may_lack.end(),
                                          [&](const auto& lacking) { return lacking.count(language) != 0; });
    if (!nothing_else) continue;
    for (std::set<std::string>& lacking : may_lack) lacking.erase(language);
  }
  return may_lack;
}

}  // namespace oracle
