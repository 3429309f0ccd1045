// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/query_translator.h"

#include <algorithm>

#include "nsearch/language.h"

namespace nsearch::searcher {

namespace {

constexpr double guess_counts = 0.5;    // words: what an unreliable guess at the query's language is worth
constexpr double stem_counts = 0.5;     // a word of which a language has other forms only
constexpr double least_probable = 0.4;  // of the likeliest language

void collect(const QueryNode& node, std::vector<std::string>& words) {
  if ((node.kind == QueryKind::word && !node.pattern) || node.kind == QueryKind::phrase)
    words.push_back(node.text);
  for (const QueryNode& child : node.children) collect(child, words);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

QueryTranslator::QueryTranslator(Dictionaries& dictionaries, std::vector<std::string> into,
                                 const std::vector<std::string>& of_index, const QueryNode& root)
    : dictionaries_(dictionaries), into_(std::move(into)) {
  collect(root, words_);
  for (std::size_t i = 1; i < words_.size(); ++i) capitals_ += begins_with_capital(words_[i]);
  weigh_languages(of_index);
}

bool QueryTranslator::wants(const std::string& language) const {
  return language != "und" &&
         (into_.empty() || std::find(into_.begin(), into_.end(), language) != into_.end());
}

void QueryTranslator::weigh_languages(const std::vector<std::string>& of_index) {
  const std::vector<std::string>& known = dictionaries_.languages();
  DetectionOptions options;
  options.candidates = known;
  for (const std::string& language : of_index)
    if (language != "und") options.candidates.push_back(language);
  const LanguageGuess guess = detect_language(joined(words_), options);
  if (guess.reliable) {
    if (std::find(known.begin(), known.end(), guess.language) != known.end())
      languages_ = {{guess.language, 1}};
    return;
  }
  for (const std::string& language : known) languages_.emplace_back(language, known_words(language));
  // Where none knows any word, each of them may be it.
  const bool known_to_none =
      std::all_of(languages_.begin(), languages_.end(), [](const auto& each) { return each.second == 0; });
  double best = 0;
  for (auto& [language, weight] : languages_) {
    const double words = known_to_none ? 1 : weight + (language == guess.language ? guess_counts : 0);
    weight = words * words;
    best = std::max(best, weight);
  }
  std::erase_if(languages_, [&](const auto& each) { return each.second < best * least_probable; });
  double total = 0;
  for (const auto& each : languages_) total += each.second;
  for (auto& each : languages_) each.second /= total;
}

/// How many of the query's words a language knows.
double QueryTranslator::known_words(const std::string& language) {
  double known = 0;
  for (const std::string& word : words_) {
    WordKey key = dictionaries_.key(word, language);
    if (key.surface.empty()) continue;
    if (!key.stop_words && !dictionaries_.knows(key, language)) continue;
    const bool has_stem = !key.stem.empty();
    key.stem.clear();
    known += !has_stem || key.stop_words || dictionaries_.knows(key, language) ? 1 : stem_counts;
  }
  return known;
}

/// A word with a capital among words without.
bool QueryTranslator::is_name(std::string_view text, const std::string& language) const {
  if (language == "de" || words_.empty() || capitals_ * 2 > words_.size()) return false;
  return begins_with_capital(text) && text != words_.front();
}

std::vector<Translation> QueryTranslator::whole(std::string_view text, const std::string& language) {
  std::vector<Translation> all;
  for (const auto& [from, probability] : languages_) {
    if (from == language) continue;
    WordKey key = dictionaries_.key(text, from);
    if (key.surface.empty() || key.stop_words) continue;
    key.name = is_name(text, from);
    for (Translation each : dictionaries_.translations(key, from, language)) {
      each.share *= probability;
      all.push_back(std::move(each));
    }
  }
  return all;
}

bool QueryTranslator::has_form(std::string_view text, const std::string& language) {
  return std::any_of(languages_.begin(), languages_.end(), [&](const auto& each) {
    if (each.first == language) return false;
    WordKey key = dictionaries_.key(text, each.first);
    key.stem.clear();
    return !key.surface.empty() && !dictionaries_.translations(key, each.first, language).empty();
  });
}

bool QueryTranslator::may_be_translated(std::string_view text, const std::string& language) {
  bool may_be = false;
  for (const auto& [from, probability] : languages_) {
    if (is_name(text, from) || dictionaries_.key(text, from).stop_words) return false;
    may_be = may_be || from != language;
  }
  return may_be;
}

std::vector<Translation> QueryTranslator::several(std::string_view text, const std::string& language) {
  std::vector<Translation> all;
  for (const auto& [from, probability] : languages_) {
    if (from == language) continue;
    const WordKey key = dictionaries_.key(text, from);
    // All of the words, and not what is left of them without the stop words before.
    if (key.stop_words ||
        std::count(key.surface.begin(), key.surface.end(), ' ') != std::count(text.begin(), text.end(), ' '))
      continue;
    for (Translation each : dictionaries_.translations(key, from, language)) {
      each.share *= probability;
      all.push_back(std::move(each));
    }
  }
  return all;
}

std::vector<std::vector<Translation>> QueryTranslator::parts(std::string_view text,
                                                             const std::string& language) {
  std::vector<std::vector<Translation>> all;
  for (const auto& [from, probability] : languages_) {
    if (from == language || !all.empty()) continue;
    for (const WordKey& part : dictionaries_.parts(text, from)) {
      std::vector<Translation> words = dictionaries_.translations(part, from, language);
      if (words.empty()) {
        all.clear();
        break;
      }
      for (Translation& each : words) each.share *= probability;
      all.push_back(std::move(words));
    }
  }
  return all;
}

}  // namespace nsearch::searcher
