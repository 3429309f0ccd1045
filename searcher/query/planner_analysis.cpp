// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_analysis.h"

#include <algorithm>

#include "query/accent_variants.h"

namespace nsearch::searcher {

namespace {

bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

void find_words(std::string_view typed, const AnalyzedText& text, AnalysedWords& out) {
  out.words.resize(text.positions());
  for (const Token& token : text.tokens()) {
    if (token.kind == TokenKind::joined && token.span == text.positions()) out.joined = token.surface;
    if (!is_word(token) || token.position == 0 || token.position > out.words.size()) continue;
    WordForms& word = out.words[token.position - 1];
    word.typed = typed.substr(token.begin, token.end - token.begin);
    word.surface = token.surface;
    word.exact = token.exact;
    word.number = token.kind == TokenKind::number;
    word.capitals = token.capitals;
  }
}

void add_language(const std::string& language, const AnalyzedText& text, AnalysedWords& out) {
  for (const Token& token : text.tokens()) {
    if (token.position == 0 || token.position > out.words.size()) continue;
    WordForms& word = out.words[token.position - 1];
    if (token.kind == TokenKind::compound_part) {
      if (word.parts.empty() || word.parts.back().first != language) word.parts.push_back({language, {}});
      word.parts.back().second.emplace_back(token.stem);
    }
    if (token.kind != TokenKind::word) continue;
    if (token.stop_word) {
      word.stop_in.push_back(language);
    } else if (!token.stem.empty()) {
      word.stems.emplace_back(language, token.stem);
    }
  }
}

void add_accented_stems(Analyzer& analyzer, WordForms& word) {
  if (word.number || word.surface.empty()) return;
  for (std::string& stem : accented_stems(word.exact, word.surface, analyzer)) {
    const std::pair entry(analyzer.language(), std::move(stem));
    const bool known = std::find(word.stems.begin(), word.stems.end(), entry) != word.stems.end();
    if (!known) word.accented.push_back(entry);
  }
}

}  // namespace

AnalysedWords analyse_words(std::string_view text, const std::vector<Analyzer*>& analyzers,
                            Analyzer& neutral) {
  AnalysedWords out;
  AnalyzedText buffer;
  neutral.analyze(text, buffer);
  find_words(text, buffer, out);
  for (Analyzer* analyzer : analyzers) {
    analyzer->analyze(text, buffer);
    add_language(analyzer->language(), buffer, out);
    for (WordForms& word : out.words) add_accented_stems(*analyzer, word);
  }
  std::erase_if(out.words, [](const WordForms& word) { return word.surface.empty(); });
  return out;
}

std::string joined_languages(const std::vector<Analyzer*>& analyzers) {
  std::string languages;
  for (const Analyzer* analyzer : analyzers) languages += analyzer->language() + ' ';
  return languages;
}

const AnalysedWords& AnalysisMemory::analyse(std::string_view text, const std::vector<Analyzer*>& analyzers,
                                             Analyzer& neutral) {
  if (text.size() > longest) return last_ = analyse_words(text, analyzers, neutral);
  std::string key = joined_languages(analyzers);
  key += text;
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  if (known_.size() >= most_known) known_.clear();
  return known_.emplace(std::move(key), analyse_words(text, analyzers, neutral)).first->second;
}

}  // namespace nsearch::searcher
