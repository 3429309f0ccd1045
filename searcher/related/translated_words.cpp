// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/translated_words.h"

#include "storage/index_schema.h"

namespace nsearch::searcher {

const std::vector<TranslatedWords::Translated>& TranslatedWords::of(const std::string& word,
                                                                    const std::string& into) {
  const auto [at, added] = known_[into].try_emplace(word);
  if (!added) return at->second;
  const WordKey key = dictionaries_.key(word, language_);
  if (key.surface.empty() || key.stop_words) return at->second;
  for (const Translation& each : dictionaries_.translations(key, language_, into)) {
    const WordKey there = dictionaries_.key(each.text, into);
    if (there.stop_words || there.surface.empty() || there.surface.find(' ') != std::string::npos) continue;
    at->second.push_back({each.text, schema::language_term(schema::prefix::stem, into, there.stem)});
  }
  return at->second;
}

}  // namespace nsearch::searcher
