// SPDX-License-Identifier: GPL-2.0-or-later
#include "suggest/suggest.h"

#include <algorithm>

#include "suggest/misspelled.h"

namespace nsearch::searcher {

namespace {

constexpr std::size_t most_tried = 12;
constexpr std::size_t most_suggested = 3;
constexpr std::uint64_t far_more = 10;  // times

/// One form for each doubtful word.
struct Correction {
  std::vector<std::size_t> choice;  ///< of DoubtfulWord::meant
  unsigned edits = 0;
  std::size_t rank = 0;  ///< sum of the choices: the better forms first
};

std::vector<Correction> corrections(const std::vector<DoubtfulWord>& words) {
  std::vector<Correction> all{{}};
  for (const DoubtfulWord& word : words) {
    std::vector<Correction> longer;
    for (const Correction& correction : all) {
      for (std::size_t i = 0; i < word.meant.size(); ++i) {
        longer.push_back(correction);
        longer.back().choice.push_back(i);
        longer.back().edits += word.meant[i].edits;
        longer.back().rank += i;
      }
    }
    all = std::move(longer);
  }
  std::stable_sort(all.begin(), all.end(), [](const Correction& a, const Correction& b) {
    return a.edits != b.edits ? a.edits < b.edits : a.rank < b.rank;
  });
  if (all.size() > most_tried) all.resize(most_tried);
  return all;
}

std::string corrected(const std::string& query, const std::vector<DoubtfulWord>& words,
                      const Correction& correction) {
  std::string text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text.append(query, at, words[i].begin - at).append(words[i].meant[correction.choice[i]].form);
    at = words[i].end;
  }
  return text.append(query, at);
}

}  // namespace

std::vector<Suggestion> suggestions(const SearchRequest& request, const QueryNode& root,
                                    const Xapian::Database& database, std::uint64_t found,
                                    const std::function<std::uint64_t(const std::string& query)>& count) {
  const std::vector<DoubtfulWord> words = doubtful_words(request.query, root, database);
  std::vector<std::pair<unsigned, Suggestion>> all;
  if (words.empty()) return {};
  for (const Correction& correction : corrections(words)) {
    Suggestion suggestion{corrected(request.query, words, correction), 0};
    suggestion.documents = count(suggestion.query);
    if (suggestion.documents > found * far_more) all.emplace_back(correction.edits, std::move(suggestion));
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.documents > b.second.documents;
  });
  std::vector<Suggestion> best;
  for (auto& [edits, suggestion] : all)
    if (best.size() < most_suggested) best.push_back(std::move(suggestion));
  return best;
}

}  // namespace nsearch::searcher
