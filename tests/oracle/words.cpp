// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/words.h"

#include "oracle/joins.h"
#include "query/accent_variants.h"

namespace oracle {

using nsearch::Token;
using nsearch::TokenKind;

namespace {

bool stands_alone(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

}  // namespace

WordReader::WordReader(const Collection& collection, std::vector<std::string> languages)
    : collection_(collection), languages_(std::move(languages)) {
  for (const std::string& language : languages_) analyzers_.emplace_back(language);
  for (nsearch::Analyzer& analyzer : analyzers_) {
    for (const auto& [surface, spellings] : collection.spellings) {
      learn(analyzer, surface, surface);
      for (const std::string& spelling : spellings) learn(analyzer, surface, spelling);
    }
  }
  for (const Article* article : collection.in_tables()) {
    held_.insert(article->title_stems.begin(), article->title_stems.end());
    held_.insert(article->body_stems.begin(), article->body_stems.end());
  }
}

/// A form counts as the language stems it as it stands, or in a spelling of the index.
void WordReader::learn(nsearch::Analyzer& analyzer, const std::string& surface, const std::string& spelling) {
  analyzer.analyze(spelling, text_);
  if (text_.positions() != 1) return;
  const Token& token = text_.tokens().front();
  if (token.kind != TokenKind::word || token.stop_word || token.stem.empty()) return;
  forms_[analyzer.language() + ":" + std::string(token.stem)].insert(surface);
}

const QueryWords& WordReader::words(const std::string& text) {
  const auto known = known_.find(text);
  if (known != known_.end()) return known->second;
  return known_.emplace(text, read(text)).first->second;
}

QueryWords WordReader::read(const std::string& text) {
  QueryWords found;
  neutral_.analyze(text, text_);
  for (const Token& token : text_.tokens()) {
    if (token.kind == TokenKind::joined && token.span == text_.positions()) found.joined = token.surface;
    if (!stands_alone(token)) continue;
    QueryWord word;
    word.surface = token.surface;
    word.exact = token.exact;
    word.typed = text.substr(token.begin, token.end - token.begin);
    word.number = token.kind == TokenKind::number;
    word.capitals = token.capitals;
    found.words.push_back(word);
  }
  for (nsearch::Analyzer& analyzer : analyzers_) {
    analyzer.analyze(text, text_);
    std::size_t index = 0;
    for (const Token& token : text_.tokens()) {
      if (token.kind == TokenKind::compound_part)
        found.words.at(index - 1).parts[analyzer.language()].insert(analyzer.language() + ":" +
                                                                    std::string(token.stem));
      if (!stands_alone(token)) continue;
      QueryWord& word = found.words.at(index++);
      if (token.kind == TokenKind::number) continue;
      if (token.stop_word) word.stop_in.insert(analyzer.language());
      if (!token.stop_word && !token.stem.empty())
        word.stems.insert(analyzer.language() + ":" + std::string(token.stem));
    }
    for (QueryWord& word : found.words) {
      if (!word.number) add_stems(analyzer, word);
    }
  }
  for (QueryWord& word : found.words) {
    add_forms(word);
    word.apart = apart(word, collection_);
  }
  return found;
}

void WordReader::add_stems(nsearch::Analyzer& analyzer, QueryWord& word) {
  for (const std::string& stem : nsearch::searcher::accented_stems(word.exact, word.surface, analyzer)) {
    const std::string of_language = analyzer.language() + ":" + stem;
    if (word.stems.count(of_language) == 0) word.accented.insert(of_language);
  }
}

void WordReader::add_forms(QueryWord& word) const {
  word.forms.insert(word.surface);
  for (const auto* stems : {&word.stems, &word.accented}) {
    for (const std::string& stem : *stems) {
      if (held_.count(stem) == 0) continue;
      const auto forms = forms_.find(stem);
      if (forms != forms_.end()) word.forms.insert(forms->second.begin(), forms->second.end());
    }
  }
}

}  // namespace oracle
