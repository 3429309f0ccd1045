// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/marking.h"

#include <algorithm>

namespace nsearch::searcher {

namespace {

using Forms = MatchSet::Forms;

const MatchSet::Form* find(const Forms& forms, std::string_view form) {
  const auto found = forms.find(form);
  return found == forms.end() ? nullptr : &found->second;
}

/// The query's word that `token` matches; nullptr if none.
const MatchSet::Form* match_of(const Token& token, const MatchSet& query, const Forms* stems) {
  if (token.kind == TokenKind::compound_part) return stems ? find(*stems, token.stem) : nullptr;
  const MatchSet::Form* form = find(query.surfaces, token.surface);
  if (form && (!token.stop_word || form->as_stop_word)) return form;
  if (!query.exacts.empty()) {
    const MatchSet::Form* exact = find(query.exacts, token.exact);
    if (exact) return exact;
  }
  if (!stems || token.kind != TokenKind::word || token.stop_word || token.stem.empty()) return nullptr;
  return find(*stems, token.stem);
}

bool phrase_begins_at(const MatchSet::Phrase& phrase, const std::vector<const Token*>& tokens,
                      std::size_t at) {
  const std::size_t length = phrase.words.size();
  if (at + length > tokens.size()) return false;
  for (std::size_t i = 0; i < length; ++i) {
    const std::vector<std::string>& forms = phrase.words[i];
    if (std::find(forms.begin(), forms.end(), tokens[at + i]->surface) == forms.end()) return false;
    if (i + 1 < length && tokens[at + i]->boundary == Boundary::paragraph) return false;
  }
  return true;
}

std::uint32_t characters(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Where to stop reading: at white space, so that no word is cut.
std::size_t readable(std::string_view text) {
  if (text.size() <= Marker::most_bytes) return text.size();
  const std::size_t space = text.find_last_of(" \n\t", Marker::most_bytes);
  if (space != std::string_view::npos && space > Marker::most_bytes / 2) return space;
  std::size_t end = Marker::most_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return end;
}

}  // namespace

void Marker::mark_span(std::string_view text, std::size_t begin, std::size_t end, const std::string& language,
                       const MatchSet& query, MatchedText& out) {
  if (query.protected_words != protected_words_) {
    protected_words_ = query.protected_words;
    analyzers_.clear();
  }
  Analyzer& analyzer = analyzers_.try_emplace(language, language, protected_words_).first->second;
  analyzer.analyze(text.substr(begin, end - begin), analyzed_);
  const auto stems_at = query.stems.find(language);
  const Forms* stems = stems_at == query.stems.end() ? nullptr : &stems_at->second;
  const auto offset = static_cast<std::uint32_t>(begin);
  const auto first = static_cast<std::uint32_t>(out.words.size());
  std::size_t counted = out.words.empty() ? 0 : out.words.back().end;
  std::uint32_t character = out.words.empty() ? 0 : out.words.back().last_character;
  tokens_.clear();
  for (const Token& token : analyzed_.tokens()) {
    const bool is_word = token.kind == TokenKind::word || token.kind == TokenKind::number;
    const std::uint32_t from = token.begin + offset, to = token.end + offset;
    if (is_word) {
      const std::uint32_t starts = character + characters(text.substr(counted, from - counted));
      character = starts + characters(text.substr(from, to - from));
      counted = to;
      out.words.push_back({from, to, starts, character, token.boundary});
      tokens_.push_back(&token);
    }
    const MatchSet::Form* form = match_of(token, query, stems);
    if (!form || tokens_.empty()) continue;
    // A joined word comes after its first word; its others are still to come.
    const auto at = first + static_cast<std::uint32_t>(tokens_.size()) - 1;
    out.matches.push_back({from, to, at, at + token.span - 1u, form->word});
  }
  for (const MatchSet::Phrase& phrase : query.phrases) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!phrase_begins_at(phrase, tokens_, i)) continue;
      const auto at = first + static_cast<std::uint32_t>(i);
      const auto last = at + static_cast<std::uint32_t>(phrase.words.size()) - 1;
      out.matches.push_back({out.words[at].begin, out.words[last].end, at, last, phrase.word});
    }
  }
}

void Marker::mark(std::string_view text, const std::vector<LanguageSpan>& spans, const std::string& language,
                  const MatchSet& query, MatchedText& out) {
  out.words.clear();
  out.matches.clear();
  const std::size_t end = readable(text);
  if (spans.empty()) {
    mark_span(text, 0, end, language, query, out);
  }
  for (const LanguageSpan& span : spans) {
    if (span.begin >= end) break;
    mark_span(text, span.begin, std::min<std::size_t>(span.end, end), span.language, query, out);
  }
  for (TextMatch& match : out.matches) {
    match.last = std::min(match.last, static_cast<std::uint32_t>(out.words.size()) - 1);
  }
  std::stable_sort(out.matches.begin(), out.matches.end(),
                   [](const TextMatch& a, const TextMatch& b) { return a.begin < b.begin; });
}

}  // namespace nsearch::searcher
