// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "nsearch/analyzer.h"

namespace nsearch::test {

/// The tokens in short, one word apart: surface forms, a number in [], a joined word in () with its span, a
/// compound part in
/// {}. `show_words("R&D 600")` is "r (rd:2) d [600]".
inline std::string show_words(std::string_view utf8, std::string_view language = "und") {
  Analyzer analyzer(language);
  AnalyzedText text;
  analyzer.analyze(utf8, text);
  std::string shown;
  for (const Token& token : text.tokens()) {
    if (!shown.empty()) shown += ' ';
    const std::string surface(token.surface);
    switch (token.kind) {
      case TokenKind::word:
        shown += surface;
        break;
      case TokenKind::number:
        shown += '[' + surface + ']';
        break;
      case TokenKind::joined:
        shown += '(' + surface + ':' + std::to_string(token.span) + ')';
        break;
      case TokenKind::compound_part:
        shown += '{' + surface + '}';
        break;
    }
  }
  return shown;
}

/// The stems of all words.
inline std::string show_stems(std::string_view utf8, std::string_view language) {
  Analyzer analyzer(language);
  AnalyzedText text;
  analyzer.analyze(utf8, text);
  std::string shown;
  for (const Token& token : text.tokens()) {
    if (token.stem.empty()) continue;
    if (!shown.empty()) shown += ' ';
    shown += token.stem;
  }
  return shown;
}

/// The stretches of the text that the tokens cover, apart by '|'.
inline std::string show_stretches(std::string_view utf8) {
  Analyzer analyzer("und");
  AnalyzedText text;
  analyzer.analyze(utf8, text);
  std::string shown;
  for (const Token& token : text.tokens()) {
    if (!shown.empty()) shown += '|';
    shown += utf8.substr(token.begin, token.end - token.begin);
  }
  return shown;
}

}  // namespace nsearch::test
