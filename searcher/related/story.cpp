// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/story.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <unordered_map>

namespace nsearch::searcher {

namespace {

bool begins_with_capital(std::string_view word) {
  UChar32 first = 0;
  std::int32_t at = 0;
  U8_NEXT(word.data(), at, static_cast<std::int32_t>(word.size()), first);
  return first > 0 && u_hasBinaryProperty(first, UCHAR_UPPERCASE);
}

/// How often a word stands within sentences, and how often capitalised there.
struct Seen {
  std::size_t index = 0;
  unsigned within = 0;
  unsigned capitals = 0;
};

}  // namespace

std::string story_text(const Document& article) {
  std::string text = article.title;
  if (!text.empty()) text += "\n\n";
  std::size_t end = std::min(article.body.size(), story_bytes);
  while (end > 0 && end < article.body.size() && (article.body[end] & 0xc0) == 0x80) --end;
  return text.append(article.body, 0, end);
}

Story read_story(std::string_view text, Analyzer& neutral) {
  AnalyzedText analysed;
  neutral.analyze(text, analysed);
  Story story;
  std::unordered_map<std::string_view, Seen> seen;
  unsigned within = 0, capitals = 0;
  bool first_of_sentence = true;
  for (const Token& token : analysed.tokens()) {
    if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    const auto [entry, added] = seen.try_emplace(token.surface, Seen{story.words.size()});
    if (added) {
      StoryWord word;
      word.surface = token.surface;
      word.written = written;
      word.number = token.kind == TokenKind::number;
      story.words.push_back(std::move(word));
    }
    if (!first_of_sentence && token.kind == TokenKind::word) {
      const bool capital = begins_with_capital(written);
      ++entry->second.within;
      ++within;
      entry->second.capitals += capital;
      capitals += capital;
    }
    first_of_sentence = token.boundary != Boundary::none;
  }
  for (const auto& [surface, counts] : seen)
    story.words[counts.index].name = counts.capitals > 0 && 2 * counts.capitals >= counts.within;
  story.names_share = within == 0 ? 0 : static_cast<double>(capitals) / within;
  return story;
}

}  // namespace nsearch::searcher
