// SPDX-License-Identifier: GPL-2.0-or-later
//
// What holds for the analysis of every text, in every language.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "analysis/arena.h"
#include "analysis/chain.h"
#include "analysis/normalizer.h"
#include "analysis/utf8.h"
#include "nsearch/analyzer.h"
#include "nsearch/language.h"
#include "random_text.h"

namespace nsearch {
namespace {

using test::RandomText;

constexpr int rounds = 60;
constexpr std::size_t pieces = 60;

std::vector<std::string> all_codes() {
  std::vector<std::string> codes = {"und"};
  for (const LanguageInfo& language : languages()) codes.push_back(language.code);
  return codes;
}

bool on_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || !analysis::is_continuation(text[at]);
}

void check_offsets(std::string_view text, const Token& token, bool valid) {
  REQUIRE(token.begin < token.end);
  REQUIRE(token.end <= text.size());
  if (!valid) return;
  REQUIRE(on_boundary(text, token.begin));
  REQUIRE(on_boundary(text, token.end));
}

/// Dense positions from 1; at each the word, its parts, the joined word; words in the order of the text.
void check_order(const std::vector<Token>& tokens, std::uint32_t positions) {
  std::uint32_t position = 0;
  std::uint32_t end = 0;
  TokenKind before = TokenKind::word;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
      REQUIRE(token.position == position + 1);
      REQUIRE(token.begin >= end);
      REQUIRE(token.span == 1);
      position = token.position;
      end = token.end;
    } else {
      REQUIRE(token.position == position);
      if (token.kind == TokenKind::compound_part) REQUIRE(before != TokenKind::joined);
      if (token.kind == TokenKind::joined) {
        REQUIRE(token.span >= 2);
        REQUIRE(token.span <= 4);
        REQUIRE(position + token.span - 1u <= positions);
      }
    }
    before = token.kind;
  }
  REQUIRE(position == positions);
}

void check_forms(const Token& token) {
  REQUIRE_FALSE(token.surface.empty());
  REQUIRE_FALSE(token.exact.empty());
  const bool stemmed = token.kind == TokenKind::word || token.kind == TokenKind::compound_part;
  REQUIRE(token.stem.empty() == !stemmed);
  REQUIRE(token.surface.find(' ') == token.surface.npos);
  if (token.kind == TokenKind::joined) REQUIRE(token.surface.size() <= 64);
}

TEST_CASE("offsets, order and forms hold for any text") {
  for (const std::string& code : all_codes()) {
    Analyzer analyzer(code);
    AnalyzedText text;
    RandomText random(1);
    for (int round = 0; round < rounds; ++round) {
      const bool malformed = round % 2 == 1;
      const std::string source = random.text(pieces, malformed);
      INFO(code << ": " << source);
      analyzer.analyze(source, text);
      check_order(text.tokens(), text.positions());
      for (const Token& token : text.tokens()) {
        check_offsets(source, token, !malformed);
        check_forms(token);
      }
      if (!text.tokens().empty()) {
        std::uint32_t paragraph = 0;
        for (const Token& token : text.tokens())
          if (token.boundary == Boundary::paragraph) paragraph = token.position;
        REQUIRE(paragraph == text.positions());
      }
    }
  }
}

std::string forms(const AnalyzedText& text) {
  std::string shown;
  for (const Token& token : text.tokens()) {
    shown += std::to_string(token.position) + '+' + std::to_string(token.span) + ' ';
    shown.append(token.surface).append("/").append(token.exact).append("/");
    shown += std::to_string(static_cast<int>(token.kind)) + std::to_string(static_cast<int>(token.boundary)) +
             std::to_string(token.capitals) + '\n';
  }
  return shown;
}

std::string everything(const AnalyzedText& text) {
  std::string shown = forms(text);
  for (const Token& token : text.tokens()) {
    shown.append(token.stem).append(token.stop_word ? "! " : " ");
    shown += std::to_string(token.begin) + '-' + std::to_string(token.end) + ' ';
  }
  return shown;
}

TEST_CASE("tokens are the same in every language, stems and stop words excepted") {
  RandomText random(2);
  std::vector<std::string> sources;
  for (int round = 0; round < rounds; ++round) sources.push_back(random.text(pieces, round % 2 == 1));
  std::vector<std::string> expected;
  for (const std::string& code : all_codes()) {
    Analyzer analyzer(code);
    AnalyzedText text;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      analyzer.analyze(sources[i], text);
      if (expected.size() == i) expected.push_back(forms(text));
      INFO(code << ": " << sources[i]);
      REQUIRE(forms(text) == expected[i]);
    }
  }
}

TEST_CASE("NFC and NFD give the same tokens") {
  for (const std::string& code : all_codes()) {
    Analyzer analyzer(code);
    AnalyzedText composed_text;
    AnalyzedText decomposed_text;
    RandomText random(3);
    for (int round = 0; round < rounds; ++round) {
      const std::string source = random.text(pieces, false);
      std::string composed;
      std::string decomposed;
      analysis::nfc(source, composed);
      analysis::nfd(source, decomposed);
      analyzer.analyze(composed, composed_text);
      analyzer.analyze(decomposed, decomposed_text);
      INFO(code << ": " << source);
      REQUIRE(forms(composed_text) == forms(decomposed_text));
      std::string stems;
      std::string decomposed_stems;
      for (const Token& token : composed_text.tokens()) stems.append(token.stem).append(" ");
      for (const Token& token : decomposed_text.tokens()) decomposed_stems.append(token.stem).append(" ");
      REQUIRE(stems == decomposed_stems);
    }
  }
}

bool written_without_spaces(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const analysis::Decoded next = analysis::decode(word, at);
    if (analysis::character_class(next.value) == analysis::CharClass::dictionary) return true;
    at += next.length;
  }
  return false;
}

// Excepted are scripts that dictionaries cut: their words are cut differently without their neighbours.
TEST_CASE("the surface form of a word is a word with itself as the surface form") {
  Analyzer analyzer("und");
  AnalyzedText text;
  AnalyzedText again;
  RandomText random(4);
  for (int round = 0; round < 20 * rounds; ++round) {
    const std::string source = random.text(pieces, round % 2 == 1);
    analyzer.analyze(source, text);
    for (const Token& token : text.tokens()) {
      if (written_without_spaces(token.surface)) continue;
      analyzer.analyze(token.surface, again);
      INFO(source << "\ntoken " << source.substr(token.begin, token.end - token.begin) << " surface "
                  << token.surface);
      REQUIRE(again.tokens().size() == 1);
      REQUIRE(again.tokens()[0].surface == token.surface);
      REQUIRE(again.tokens()[0].end == token.surface.size());
    }
  }
}

TEST_CASE("what was analysed before changes nothing") {
  for (const std::string& code : all_codes()) {
    Analyzer used(code);
    AnalyzedText used_text;
    RandomText random(5);
    for (int round = 0; round < 10; ++round) {
      const std::string source = random.text(pieces, round % 2 == 1);
      for (int i = 0; i < 5; ++i) used.analyze(random.text(pieces, true), used_text);
      used.analyze(source, used_text);
      Analyzer fresh(code);
      AnalyzedText fresh_text;
      fresh.analyze(source, fresh_text);
      INFO(code << ": " << source);
      REQUIRE(everything(used_text) == everything(fresh_text));
    }
  }
}

TEST_CASE("the cache changes nothing") {
  for (const std::string& code : all_codes()) {
    const analysis::LanguageRules& rules = analysis::language_rules(code);
    analysis::Chain cached(rules, {}, true);
    analysis::Chain plain(rules, {}, false);
    analysis::Arena arena;
    analysis::Arena plain_arena;
    std::vector<Token> tokens;
    std::vector<Token> plain_tokens;
    RandomText random(6);
    for (int round = 0; round < rounds; ++round) {
      const std::string source = random.text(pieces, round % 2 == 1);
      cached.analyze(source, tokens, arena);
      plain.analyze(source, plain_tokens, plain_arena);
      INFO(code << ": " << source);
      REQUIRE(tokens.size() == plain_tokens.size());
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& a = tokens[i];
        const Token& b = plain_tokens[i];
        REQUIRE((a.surface == b.surface && a.exact == b.exact && a.stem == b.stem));
        REQUIRE((a.begin == b.begin && a.end == b.end && a.position == b.position && a.span == b.span));
        REQUIRE((a.kind == b.kind && a.boundary == b.boundary && a.stop_word == b.stop_word &&
                 a.capitals == b.capitals));
      }
    }
  }
}

}  // namespace
}  // namespace nsearch
