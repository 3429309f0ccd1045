// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "query/planner_words.h"

namespace nsearch::searcher {

void WordPlanner::mark(const PlannedWord& word, bool as_stop_word) {
  MatchSet& matches = out_.matches;
  const MatchSet::Form form{static_cast<std::uint32_t>(matches.rarity.size()), as_stop_word};
  matches.rarity.push_back(vocabulary_.rarity(word.documents));
  for (const PlannedWord& synonym : word.synonyms) mark(synonym, true);
  if (!options_.marks) return;
  if (!word.joined.empty()) matches.surfaces.emplace(word.joined, MatchSet::Form{form.word, true});
  for (const std::string& variant : word.variants)
    matches.surfaces.emplace(variant, MatchSet::Form{form.word, true});
  for (const std::vector<std::string>& parts : word.phrases) {
    MatchSet::Phrase phrase{{}, form.word};
    for (const std::string& part : parts) phrase.words.push_back({part});
    matches.phrases.push_back(std::move(phrase));
  }
  for (const auto& [language, stem] : word.translated) matches.stems[language].emplace(stem, form);
  if (word.forms.size() > 1) {
    MatchSet::Phrase phrase{{}, form.word};
    for (const WordForms& forms : word.forms) phrase.words.push_back({forms.surface});
    matches.phrases.push_back(std::move(phrase));
    return;
  }
  for (const WordForms& forms : word.forms) {
    if (word.exact && forms.exact != forms.surface) {
      matches.exacts.emplace(forms.exact, form);
      continue;
    }
    const auto [at, added] = matches.surfaces.emplace(forms.surface, form);
    if (!added && as_stop_word) at->second.as_stop_word = true;
    if (word.exact) continue;
    for (const auto& [language, stem] : forms.stems) matches.stems[language].emplace(stem, form);
    if (!word.by_parts.empty()) mark_parts(forms, form);
    for (const auto& [language, stem] : forms.accented) matches.stems[language].emplace(stem, form);
  }
}

void WordPlanner::mark_parts(const WordForms& forms, const MatchSet::Form& form) {
  for (const auto& [language, stems] : forms.parts)
    for (const std::string& stem : stems) out_.matches.stems[language].emplace(stem, form);
}

void WordPlanner::mark_phrase(const QueryNode& node) {
  PlannedWord phrase;
  phrase.forms = analyse_words(node.text, {}, neutral_).words;
  phrase.exact = node.exact;
  for (WordForms& forms : phrase.forms) forms.stems.clear();
  if (!phrase.forms.empty()) mark(phrase, true);
}

void WordPlanner::mark_phrase(MatchSet::Phrase phrase) {
  MatchSet& matches = out_.matches;
  phrase.word = static_cast<std::uint32_t>(matches.rarity.size());
  double rarity = 0;
  for (const std::vector<std::string>& forms : phrase.words) {
    Xapian::doccount documents = 0;
    for (const std::string& form : forms) documents = std::max(documents, vocabulary_.frequency(form));
    rarity = std::max(rarity, vocabulary_.rarity(documents));
  }
  matches.rarity.push_back(rarity);
  if (options_.marks) matches.phrases.push_back(std::move(phrase));
}

}  // namespace nsearch::searcher
