// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/vocabulary.h"

#include <algorithm>

namespace oracle {

using nsearch::Token;
using nsearch::TokenKind;

namespace {

constexpr std::size_t around = 12;  // words

std::string upper(std::string word) {
  for (char& c : word) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return word;
}

/// Puts an accent on the first letter (of those that take one) at or behind `from`.
std::string accented(std::string word, std::size_t from) {
  const std::unordered_map<char, const char*> with = {{'e', "é"}, {'a', "à"}, {'o', "ö"},
                                                      {'i', "ï"}, {'u', "û"}, {'c', "ç"}};
  for (std::size_t at = from; at < word.size(); ++at) {
    const auto found = with.find(word[at]);
    if (found != with.end()) return word.replace(at, 1, found->second);
  }
  return word;
}

}  // namespace

Vocabulary::Vocabulary(const Collection& collection, Random& random) : random_(random) {
  std::unordered_map<std::string, unsigned> documents;
  for (const Article& article : collection.articles) {
    nsearch::Analyzer analyzer(article.document.language);
    nsearch::AnalyzedText tokens;
    Words words;
    for (const std::string* text : {&article.document.title, &article.document.body}) {
      analyzer.analyze(*text, tokens);
      for (const Token& token : tokens.tokens()) {
        std::string written = text->substr(token.begin, token.end - token.begin);
        written.resize(
            std::min(written.find_first_of(" \n\r\t"), written.size()));  // of a number: its first group
        if (token.kind == TokenKind::compound_part) parts_.emplace_back(token.surface);
        if (token.kind == TokenKind::joined)
          joined_.push_back(random_.one_in(2) ? written : std::string(token.surface));
        if (token.kind == TokenKind::number) numbers_.push_back(written);
        if (token.stop_word) stop_words_.push_back(written);
        if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
        words.push_back(written);
        if (token.kind == TokenKind::word)
          stem_[written] = analyzer.language() + ":" + std::string(token.stem);
      }
    }
    for (const std::string& word : words) ++documents[word];
    if (!words.empty()) texts_.push_back(std::move(words));
  }
  Words all;
  for (const auto& [word, count] : documents) all.push_back(word);
  std::sort(all.begin(), all.end(), [&](const std::string& a, const std::string& b) {
    return documents[a] != documents[b] ? documents[a] > documents[b] : a < b;
  });
  frequent_.assign(all.begin(),
                   all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), 150)));
  rare_.assign(all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
  for (const std::string& word : all) {
    const auto stem = stem_.find(word);
    if (stem != stem_.end()) family_[stem->second].push_back(word);
  }
  for (Words* list : {&numbers_, &joined_, &stop_words_, &parts_}) {
    if (list->empty()) *list = frequent_;
  }
  turn();
}

void Vocabulary::turn() {
  text_ = random_.below(texts_.size());
  place_ = random_.below(texts_[text_].size());
}

const std::string& Vocabulary::here() {
  const Words& text = texts_[text_];
  return text[std::min(place_ + random_.below(around), text.size() - 1)];
}

std::string Vocabulary::inflected(const std::string& word) {
  const auto stem = stem_.find(word);
  if (stem != stem_.end() && !random_.one_in(4)) return random_.pick(family_[stem->second]);
  return word + random_.pick(Words{"s", "e", "en", "es", "er", "t", "ent", "'s", "ing"});
}

std::string Vocabulary::misspelt_accents(std::string word) {
  if (random_.one_in(2)) return accented(word, random_.below(word.size()));
  nsearch::Analyzer neutral("und");
  nsearch::AnalyzedText tokens;
  neutral.analyze(word, tokens);
  return tokens.tokens().empty() ? word : std::string(tokens.tokens().front().surface);
}

/// Without what follows a space that doesn't break: outside of quotes it parts words.
std::string Vocabulary::word() {
  std::string made = any_word();
  for (const char* space : {"\u00A0", "\u2007", "\u202F"})
    made.resize(std::min(made.find(space), made.size()));
  return made;
}

std::string Vocabulary::any_word() {
  const unsigned kind = random_.below(100);
  if (kind < 45) return here();
  if (kind < 58) return random_.pick(frequent_);
  if (kind < 62) return random_.pick(rare_);
  if (kind < 70) return inflected(here());
  if (kind < 76) return misspelt_accents(here());
  if (kind < 80) return upper(here());
  if (kind < 83) return here() + "-" + here();
  if (kind < 87) return random_.pick(joined_);
  if (kind < 89) return random_.pick(numbers_);
  if (kind < 91) return "xq" + here();
  if (kind < 94) return random_.pick(parts_);
  if (kind < 99) return random_.pick(stop_words_);
  return random_.pick(Words{"-", "…", "l'" + here(), "(" + here() + ")", "“" + here() + "”", "a:" + here(),
                            "AND", "$x", "C*"});
}

std::string Vocabulary::run(std::size_t length) {
  const Words& text = texts_[text_];
  std::string words;
  const std::size_t begin = std::min(place_ + random_.below(around), text.size() - 1);
  for (std::size_t i = begin; i < std::min(begin + length, text.size()); ++i)
    words += (words.empty() ? "" : " ") + text[i];
  return words;
}

std::string Vocabulary::phrase() {
  const unsigned kind = random_.below(12);
  if (kind < 6) return run(2);
  if (kind < 8) return run(3 + random_.below(2));
  if (kind == 8) return run(1);
  if (kind == 9) return inflected(here()) + " " + here();
  if (kind == 10) return run(1) + " " + misspelt_accents(here());
  return word() + " " + word();
}

}  // namespace oracle
