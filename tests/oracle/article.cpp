// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/article.h"

#include <algorithm>
#include <string_view>

namespace oracle {

namespace {

// As docs/query-language.md has them.
constexpr unsigned body_begins_at = 200, beyond_title = 10, paragraph_gap = 10;

// As index_schema.h has them: the beginning of a body without a title, but for short ones.
constexpr unsigned lead_words = 40, lead_least_bytes = 500;

}  // namespace

nsearch::Analyzer& ArticleReader::analyzer(const std::string& language) {
  return analyzers_.try_emplace(language, language).first->second;
}

Article ArticleReader::read(nsearch::StoredDocument document) {
  Article article;
  article.document = std::move(document);
  const nsearch::StoredDocument& read = article.document;
  article.languages.insert(read.language);
  position_ = 1;
  sentence_ = paragraph_ = lead_end_ = 0;
  add(article, {read.title, {}, read.language, true});
  // A title without a line break at its end ends a paragraph all the same, but leaves no gap.
  unsigned title_end = 0;
  for (const auto& [position, paragraph] : article.paragraph) title_end = std::max(title_end, position);
  position_ = std::max(body_begins_at, title_end + beyond_title);
  if (read.title.empty() && read.body.size() >= lead_least_bytes) lead_end_ = position_ + lead_words;
  ++sentence_;
  ++paragraph_;
  const std::string_view body = read.body;
  for (const nsearch::LanguageSpan& span : read.spans) {
    article.languages.insert(span.language);
    add(article,
        {body.substr(span.begin, span.end - span.begin), body.substr(span.end), span.language, false});
  }
  return article;
}

/// What ends with the last word of a passage hangs on what stands between it and the next word of the field.
nsearch::Boundary ArticleReader::end_of(const Passage& passage, std::string_view tail) {
  analyzer("und").analyze(passage.rest, rest_);
  if (rest_.tokens().empty()) return nsearch::Boundary::paragraph;
  std::string between(tail);
  between += passage.rest.substr(0, rest_.tokens().front().begin);
  if (between.find_first_of("\r\n") != std::string::npos) return nsearch::Boundary::paragraph;
  return between.find_first_of(".!?") != std::string::npos ? nsearch::Boundary::sentence
                                                           : nsearch::Boundary::none;
}

void ArticleReader::add(Article& article, const Passage& passage) {
  analyzer(passage.language).analyze(passage.text, text_);
  unsigned known = 0;  // the passage's word that stands at position_ - 1
  nsearch::Boundary ended = nsearch::Boundary::none;
  for (const nsearch::Token& token : text_.tokens()) {
    const bool word = token.kind == nsearch::TokenKind::word || token.kind == nsearch::TokenKind::number;
    if (token.position > known) {
      if (ended != nsearch::Boundary::none) ++sentence_;
      if (ended == nsearch::Boundary::paragraph) {
        ++paragraph_;
        position_ += paragraph_gap;
      }
      ended = nsearch::Boundary::none;
      position_ += token.position - known;
      known = token.position;
      article.sentence[position_ - 1] = sentence_;
      article.paragraph[position_ - 1] = paragraph_;
    }
    add_token(article, passage, token);
    if (!word) continue;
    const bool last = token.position == text_.positions();
    ended = last ? end_of(passage, passage.text.substr(token.end)) : token.boundary;
  }
  if (ended != nsearch::Boundary::none) ++sentence_;
  if (ended != nsearch::Boundary::paragraph) return;
  ++paragraph_;
  position_ += paragraph_gap;
}

/// At the place before position_. Counts what the index counts: see index_schema.h.
void ArticleReader::add_token(Article& article, const Passage& passage, const nsearch::Token& token) {
  const auto count = [&](const std::string& term) {
    ++article.frequency[term];
    ++article.length;
  };
  const std::string stem = passage.language + ":" + std::string(token.stem);
  if (token.kind == nsearch::TokenKind::compound_part) {
    if (token.stem.empty()) return;
    article.parts.insert(stem);
    return count("K" + stem);
  }
  const std::string surface(token.surface);
  const std::string exact(token.exact.empty() ? token.surface : token.exact);
  article.places[surface].push_back({position_ - 1, passage.title, exact});
  count(surface);
  if (passage.title) count("S" + surface);
  if (exact != surface) count("E" + exact);
  if (token.kind != nsearch::TokenKind::word || token.stop_word || token.stem.empty()) return;
  (passage.title ? article.title_stems : article.body_stems).insert(stem);
  count("Z" + stem);
  if (passage.title) count("SZ" + stem);
  if (position_ - 1 < lead_end_) count("I" + stem);
}

}  // namespace oracle
