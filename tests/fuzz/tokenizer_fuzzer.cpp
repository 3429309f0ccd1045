// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a text: its tokens lie in it, in order, their positions without gaps, and only stems, stop words and compound parts depend on the
// language, which the first byte chooses. Passages cover the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/passages.h"

namespace {

using namespace nsearch;

void insist(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

void check_token(const Token& token, std::string_view text) {
  insist(token.begin < token.end && token.end <= text.size(), "a token outside the text");
  insist(!token.surface.empty() && token.span >= 1 && token.position >= 1,
         "a token without a form or a place");
  insist((token.kind == TokenKind::joined) || token.span == 1, "a word of several positions");
}

/// All that a token says that is the same in every language.
std::string plain_form(const Token& token) {
  return std::to_string(token.position) + '+' + std::to_string(token.span) + ':' +
         std::to_string(token.begin) + '-' + std::to_string(token.end) + ' ' + std::string(token.surface) +
         ' ' + std::string(token.exact);
}

std::vector<std::string> check_text(Analyzer& analyzer, std::string_view text) {
  AnalyzedText analyzed;
  analyzer.analyze(text, analyzed);
  std::vector<std::string> plain;
  std::uint32_t last = 0;
  for (const Token& token : analyzed.tokens()) {
    check_token(token, text);
    insist(token.position == last || token.position == last + 1, "positions with gaps, or out of order");
    insist(token.position + token.span - 1 <= analyzed.positions(), "a position after the last");
    last = token.position;
    if (token.kind != TokenKind::compound_part) plain.push_back(plain_form(token));
  }
  return plain;
}

void check_passages(std::string_view text, std::string_view language) {
  std::uint64_t end = 0;
  std::string before;
  for (const LanguageSpan& span : language_spans(text, language)) {
    insist(span.begin == end && span.begin < span.end, "passages with gaps");
    insist(span.language != before, "two passages of one language");
    end = span.end;
    before = span.language;
  }
  insist(end == text.size(), "passages that don't reach the end");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const char* const languages[] = {"fr", "nl", "en", "de", "it", "tr", "ru", "ar"};
  const std::string language = languages[data[0] % std::size(languages)];
  Analyzer analyzer(language), none("und");
  const std::vector<std::string> first = check_text(analyzer, text);
  insist(check_text(analyzer, text) == first, "a second analysis that differs from the first");
  insist(check_text(none, text) == first, "tokens that depend on the language");
  for (const WordSteps& word : analyzer.explain(text))
    insist(word.end <= text.size(), "a word outside the text");
  check_passages(text, language);
  return 0;
}
