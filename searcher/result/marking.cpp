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

bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

bool missing(const std::vector<StemCount>& counts, const Forms& stems) {
  return std::any_of(counts.begin(), counts.end(), [&](const StemCount& count) {
    return (count.words > 0 || count.parts > 0) && stems.find(count.stem->first) != stems.end();
  });
}

StemCount* count_of(std::vector<StemCount>& counts, const Forms& stems, std::string_view stem) {
  const auto found = stems.find(stem);
  if (found == stems.end()) return nullptr;
  const auto count =
      std::find_if(counts.begin(), counts.end(), [&](const StemCount& one) { return one.stem == &*found; });
  return count == counts.end() ? nullptr : &*count;
}

// Inflected forms mostly begin alike, and compounds hold their parts; whatever does not is found as well,
// only later.
constexpr std::size_t same_beginning = 3;
constexpr std::size_t same_part = 4;

bool looks_like(std::string_view surface, const std::vector<StemCount>& counts) {
  return std::any_of(counts.begin(), counts.end(), [&](const StemCount& count) {
    const std::string_view stem = count.stem->first;
    if (count.words > 0 && surface.substr(0, same_beginning) == stem.substr(0, same_beginning)) return true;
    return count.parts > 0 && surface.find(stem.substr(0, same_part)) != std::string_view::npos;
  });
}

const std::string neutral = "und";

}  // namespace

Analyzer& Marker::analyzer(const std::string& language) {
  return analyzers_.try_emplace(language, language, protected_words_).first->second;
}

void Marker::add_stretch(std::string_view text, std::size_t begin, std::size_t end,
                         const std::string& language, const MatchSet& query) {
  if (used_ == stretches_.size()) stretches_.emplace_back();
  Stretch& stretch = stretches_[used_++];
  stretch.begin = begin;
  stretch.text = text.substr(begin, end - begin);
  stretch.language = &language;
  const auto stems = query.stems.find(language);
  stretch.stems = stems == query.stems.end() ? nullptr : &stems->second;
}

void Marker::divide(std::string_view text, const std::vector<LanguageSpan>& spans,
                    const std::string& language, const MatchSet& query) {
  used_ = 0;
  const std::size_t end = readable(text);
  if (spans.empty()) add_stretch(text, 0, end, language, query);
  for (const LanguageSpan& span : spans) {
    if (span.begin >= end) break;
    add_stretch(text, span.begin, std::min<std::size_t>(span.end, end), span.language, query);
  }
}

/// Analyses one word in its language. False if alone it is another word than in the text.
bool Marker::look_at(Stretch& stretch, std::size_t number, const MatchSet& query,
                     std::vector<StemCount>& counts) {
  if (stretch.looked_at[number]) return true;
  stretch.looked_at[number] = true;
  const Token& token = stretch.analyzed.tokens()[number];
  const std::string_view word = stretch.text.substr(token.begin, token.end - token.begin);
  analyzer(*stretch.language).analyze(word, word_);
  const std::vector<Token>& alone = word_.tokens();
  if (alone.empty() || alone.front().kind != token.kind || alone.front().surface != token.surface ||
      alone.front().begin != 0 || alone.front().end != word.size())
    return false;
  for (const Token& form : alone) {
    if (form.kind != TokenKind::compound_part && &form != &alone.front()) return false;
    const MatchSet::Form* match = match_of(form, query, stretch.stems);
    if (form.kind == TokenKind::compound_part) {
      if (match != nullptr) stretch.parts.push_back({number, match});
      StemCount* const count = stretch.stems ? count_of(counts, *stretch.stems, form.stem) : nullptr;
      if (count != nullptr) --count->parts;
    } else {
      stretch.forms[number] = match;
      StemCount* const count = stretch.stems && !form.stop_word && !form.stem.empty()
                                   ? count_of(counts, *stretch.stems, form.stem)
                                   : nullptr;
      if (count != nullptr) --count->words;
    }
  }
  return true;
}

/// Matches the neutral forms, and stems as far as there are any to be found. False if a word could not be
/// stemmed by itself.
bool Marker::match_by_counts(const MatchSet& query, std::vector<StemCount>& counts) {
  for (std::size_t i = 0; i < used_; ++i) {
    Stretch& stretch = stretches_[i];
    analyzer(neutral).analyze(stretch.text, stretch.analyzed);
    const std::vector<Token>& tokens = stretch.analyzed.tokens();
    stretch.stemmed = false;
    stretch.forms.assign(tokens.size(), nullptr);
    stretch.looked_at.assign(tokens.size(), false);
    stretch.parts.clear();
    const bool stems_there = stretch.stems != nullptr && missing(counts, *stretch.stems);
    for (std::size_t number = 0; number < tokens.size(); ++number) {
      const Token& token = tokens[number];
      stretch.forms[number] = match_of(token, query, nullptr);
      if (token.kind != TokenKind::word) continue;
      const bool likely =
          stretch.forms[number] != nullptr || (stems_there && looks_like(token.surface, counts));
      if (likely && !look_at(stretch, number, query, counts)) return false;
    }
  }
  for (std::size_t i = 0; i < used_; ++i) {
    Stretch& stretch = stretches_[i];
    const std::vector<Token>& tokens = stretch.analyzed.tokens();
    for (std::size_t number = 0; number < tokens.size(); ++number) {
      if (stretch.stems == nullptr || !missing(counts, *stretch.stems)) break;
      if (tokens[number].kind == TokenKind::word && !look_at(stretch, number, query, counts)) return false;
    }
  }
  return true;
}

void Marker::emit(const Stretch& stretch, const MatchSet& query, MatchedText& out) {
  const std::string_view text(stretch.text.data() - stretch.begin, stretch.begin + stretch.text.size());
  const auto offset = static_cast<std::uint32_t>(stretch.begin);
  const std::size_t first = out.words.size();
  std::size_t counted = out.words.empty() ? 0 : out.words.back().end;
  std::uint32_t character = out.words.empty() ? 0 : out.words.back().last_character;
  tokens_.clear();
  const std::vector<Token>& tokens = stretch.analyzed.tokens();
  for (std::size_t number = 0; number < tokens.size(); ++number) {
    const Token& token = tokens[number];
    const std::uint32_t from = token.begin + offset, to = token.end + offset;
    if (is_word(token)) {
      const std::uint32_t starts = character + characters(text.substr(counted, from - counted));
      character = starts + characters(text.substr(from, to - from));
      counted = to;
      out.words.push_back({from, to, starts, character, token.boundary});
      tokens_.push_back(&token);
    }
    if (tokens_.empty()) continue;
    // A joined word comes after its first word; its others are still to come.
    const auto at = static_cast<std::uint32_t>(first + tokens_.size() - 1);
    const MatchSet::Form* const form =
        stretch.stemmed ? match_of(token, query, stretch.stems) : stretch.forms[number];
    if (form != nullptr) out.matches.push_back({from, to, at, at + token.span - 1u, form->word});
    if (stretch.stemmed) continue;
    for (const PartMatch& part : stretch.parts) {
      if (part.token == number) out.matches.push_back({from, to, at, at, part.form->word});
    }
  }
  emit_phrases(query, first, out);
}

void Marker::emit_phrases(const MatchSet& query, std::size_t first, MatchedText& out) const {
  for (const MatchSet::Phrase& phrase : query.phrases) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!phrase_begins_at(phrase, tokens_, i)) continue;
      const auto at = static_cast<std::uint32_t>(first + i);
      const auto last = at + static_cast<std::uint32_t>(phrase.words.size()) - 1;
      out.matches.push_back({out.words[at].begin, out.words[last].end, at, last, phrase.word});
    }
  }
}

void Marker::mark(std::string_view text, const std::vector<LanguageSpan>& spans, const std::string& language,
                  const MatchSet& query, std::vector<StemCount>* counts, MatchedText& out) {
  out.words.clear();
  out.matches.clear();
  if (query.protected_words != protected_words_) {
    protected_words_ = query.protected_words;
    analyzers_.clear();
  }
  divide(text, spans, language, query);
  const bool matched = counts != nullptr && match_by_counts(query, *counts);
  for (std::size_t i = 0; i < used_; ++i) {
    Stretch& stretch = stretches_[i];
    if (!matched) {
      stretch.stemmed = true;
      analyzer(*stretch.language).analyze(stretch.text, stretch.analyzed);
    }
    emit(stretch, query, out);
  }
  for (TextMatch& match : out.matches) {
    match.last = std::min(match.last, static_cast<std::uint32_t>(out.words.size()) - 1);
  }
  std::stable_sort(out.matches.begin(), out.matches.end(),
                   [](const TextMatch& a, const TextMatch& b) { return a.begin < b.begin; });
}

}  // namespace nsearch::searcher
