// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/marking.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "analysis/fold.h"
#include "bit_count.h"
#include "result/paragraphs.h"
#include "result/sought_forms.h"

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

/// By what forms begin with: most words of a text are none of the query's, which one look tells.
class FirstBytes {
 public:
  void add(std::string_view form) {
    has_[form.empty() ? 0 : static_cast<unsigned char>(form.front())] = true;
  }
  void add_all() { has_.fill(true); }
  bool may_have(std::string_view form) const {
    return has_[form.empty() ? 0 : static_cast<unsigned char>(form.front())];
  }

 private:
  std::array<bool, 256> has_{};
};

FirstBytes neutral_beginnings(const MatchSet& query) {
  FirstBytes first;
  for (const auto& surface : query.surfaces) first.add(surface.first);
  for (const auto& exact : query.exacts) first.add(exact.first);
  return first;
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

/// Of words and gaps, which are short: eight bytes at a time.
std::uint32_t characters(std::string_view text) {
  constexpr std::uint64_t high = 0x8080808080808080u;
  std::uint32_t continuations = 0;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + at, sizeof block);
    if ((block & high) != 0) continuations += count_bits(block & ~(block << 1) & high);
  }
  for (; at < text.size(); ++at) continuations += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  return static_cast<std::uint32_t>(text.size()) - continuations;
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

/// What the words that look_like() the counts begin with.
FirstBytes likely_beginnings(const std::vector<StemCount>& counts) {
  FirstBytes first;
  for (const StemCount& count : counts) {
    if (count.words > 0) first.add(count.stem->first);
    if (count.parts > 0) first.add_all();
  }
  return first;
}

/// Those that are found without stemming.
SoughtForms neutral_forms(const MatchSet& query) {
  SoughtForms sought;
  for (const auto& surface : query.surfaces) sought.add_form(surface.first);
  for (const auto& exact : query.exacts) sought.add_form(fold(exact.first));
  for (const MatchSet::Phrase& phrase : query.phrases) {
    if (phrase.words.empty()) continue;
    for (const std::string& form : phrase.words.front()) sought.add_form(form);
  }
  return sought;
}

/// Whether words that look_like() the counts may be in a text.
bool is_likely(std::string_view text, const std::vector<StemCount>& counts) {
  SoughtForms sought;
  for (const StemCount& count : counts)
    if (count.words > 0) sought.add_beginning(std::string_view(count.stem->first).substr(0, same_beginning));
  if (sought.may_be_in(text)) return true;
  return std::any_of(counts.begin(), counts.end(), [&](const StemCount& count) {
    const std::string_view part = std::string_view(count.stem->first).substr(0, same_part);
    return count.parts > 0 &&
           std::search(text.begin(), text.end(), part.begin(), part.end(), [](char a, char b) {
             return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b;
           }) != text.end();
  });
}

const std::string neutral = "und";

}  // namespace

Analyzer& Marker::analyzer(const std::string& language) {
  return analyzers_.try_emplace(language, language, protected_words_).first->second;
}

void Marker::add_stretches(std::string_view text, std::size_t begin, std::size_t end,
                           const std::string& language, const MatchSet& query) {
  const auto stems = query.stems.find(language);
  do {
    if (used_ == stretches_.size()) stretches_.emplace_back();
    Stretch& stretch = stretches_[used_++];
    const std::string_view rest = text.substr(begin, end - begin);
    stretch.begin = begin;
    stretch.text = rest.substr(0, paragraph_end(rest));
    stretch.language = &language;
    stretch.stems = stems == query.stems.end() ? nullptr : &stems->second;
    stretch.analysis = Stretch::unread;
    begin += stretch.text.size();
  } while (begin < end);
}

void Marker::divide(std::string_view text, const std::vector<LanguageSpan>& spans,
                    const std::string& language, const MatchSet& query) {
  used_ = 0;
  const std::size_t end = readable(text);
  if (spans.empty()) add_stretches(text, 0, end, language, query);
  for (const LanguageSpan& span : spans) {
    if (span.begin >= end) break;
    add_stretches(text, span.begin, std::min<std::size_t>(span.end, end), span.language, query);
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
bool Marker::read(Stretch& stretch, const MatchSet& query, std::vector<StemCount>& counts) {
  const FirstBytes neutral_first = neutral_beginnings(query), likely_first = likely_beginnings(counts);
  read_neutral(stretch);
  const std::vector<Token>& tokens = stretch.analyzed.tokens();
  const bool stems_there = stretch.stems != nullptr && missing(counts, *stretch.stems);
  for (std::size_t number = 0; number < tokens.size(); ++number) {
    const Token& token = tokens[number];
    if (neutral_first.may_have(token.surface) || neutral_first.may_have(token.exact))
      stretch.forms[number] = match_of(token, query, nullptr);
    if (token.kind != TokenKind::word) continue;
    const bool likely =
        stretch.forms[number] != nullptr ||
        (stems_there && likely_first.may_have(token.surface) && looks_like(token.surface, counts));
    if (likely && !look_at(stretch, number, query, counts)) return false;
  }
  return true;
}

void Marker::read_neutral(Stretch& stretch) {
  analyzer(neutral).analyze(stretch.text, stretch.analyzed);
  stretch.analysis = Stretch::neutral;
  stretch.forms.assign(stretch.analyzed.tokens().size(), nullptr);
  stretch.looked_at.assign(stretch.analyzed.tokens().size(), false);
  stretch.parts.clear();
}

/// Reads what may hold a match: first by neutral forms, which aren't counted, then by the likely places of stems, then
/// every word in turn, until the counts say that all are found. False if a word could not be stemmed by itself.
bool Marker::match_by_counts(const MatchSet& query, std::vector<StemCount>& counts) {
  const auto unread = [&](const Stretch& stretch) { return stretch.analysis == Stretch::unread; };
  const auto wants_stems = [&](const Stretch& stretch) {
    return stretch.stems != nullptr && missing(counts, *stretch.stems);
  };
  const SoughtForms sought = neutral_forms(query);
  for (std::size_t i = 0; i < used_; ++i)
    if (sought.may_be_in(stretches_[i].text) && !read(stretches_[i], query, counts)) return false;
  for (std::size_t i = 0; i < used_; ++i) {
    Stretch& stretch = stretches_[i];
    if (unread(stretch) && wants_stems(stretch) && is_likely(stretch.text, counts) &&
        !read(stretch, query, counts))
      return false;
  }
  for (std::size_t i = 0; i < used_; ++i) {
    Stretch& stretch = stretches_[i];
    if (unread(stretch) && wants_stems(stretch) && !read(stretch, query, counts)) return false;
  }
  for (std::size_t i = 0; i < used_; ++i) {
    Stretch& stretch = stretches_[i];
    if (unread(stretch)) continue;
    const std::vector<Token>& tokens = stretch.analyzed.tokens();
    for (std::size_t number = 0; number < tokens.size(); ++number) {
      if (!wants_stems(stretch)) break;
      if (tokens[number].kind == TokenKind::word && !look_at(stretch, number, query, counts)) return false;
    }
  }
  return true;
}

bool Marker::is_match(const Stretch& stretch, std::size_t number) {
  return stretch.forms[number] != nullptr ||
         std::any_of(stretch.parts.begin(), stretch.parts.end(),
                     [&](const PartMatch& part) { return part.token == number; });
}

/// A passage is at most `room` characters long, of which its matches are part, and looks at the words beside it.
void Marker::read_around_matches(const MatchSet& query, std::size_t room) {
  // Where the first match ends and the last one begins; a phrase may begin and end at any word.
  struct Matched {
    std::size_t first_end = 0, last_begin = 0;
    bool any = false;
  };
  bool any = false;
  std::vector<Matched> matched(used_);
  for (std::size_t i = 0; i < used_; ++i) {
    const Stretch& stretch = stretches_[i];
    if (stretch.analysis == Stretch::unread) continue;
    const std::vector<Token>& tokens = stretch.analyzed.tokens();
    for (std::size_t number = 0; number < tokens.size(); ++number) {
      const bool match = is_match(stretch, number);
      any |= match;
      if (!match && query.phrases.empty()) continue;
      if (!matched[i].any) matched[i].first_end = tokens[number].end;
      matched[i].last_begin = std::max<std::size_t>(matched[i].last_begin, tokens[number].begin);
      matched[i].any = true;
    }
  }
  if (!any) matched[0].any = true;
  bool reading = false;
  std::size_t distance = 0;  // characters from the last match
  const auto go_on = [&](const Stretch& stretch, std::size_t to_farthest_word, std::string_view passed) {
    reading = stretch.analyzed.tokens().empty() || distance + to_farthest_word <= room;
    distance += characters(passed);
  };
  for (std::size_t i = 0; i < used_; ++i) {
    Stretch& stretch = stretches_[i];
    if (matched[i].any) distance = 0;
    if (!matched[i].any && !reading) continue;
    if (stretch.analysis == Stretch::unread) read_neutral(stretch);
    const std::string_view passed = stretch.text.substr(matched[i].last_begin);
    const std::size_t farthest =
        stretch.analyzed.tokens().empty() ? 0 : stretch.analyzed.tokens().back().begin;
    go_on(stretch,
          characters(stretch.text.substr(matched[i].last_begin,
                                         farthest - std::min(farthest, matched[i].last_begin))),
          passed);
  }
  reading = false;
  for (std::size_t i = used_; i-- > 0;) {
    Stretch& stretch = stretches_[i];
    if (matched[i].any) distance = 0;
    if (!matched[i].any && !reading) continue;
    if (stretch.analysis == Stretch::unread) read_neutral(stretch);
    const std::string_view passed =
        matched[i].any ? stretch.text.substr(0, matched[i].first_end) : stretch.text;
    const std::size_t farthest =
        stretch.analyzed.tokens().empty() ? 0 : stretch.analyzed.tokens().front().begin;
    go_on(stretch, characters(passed.substr(std::min(farthest, passed.size()))), passed);
  }
}

void Marker::emit(const Stretch& stretch, const MatchSet& query, MatchedText& out) {
  const std::string_view text(stretch.text.data() - stretch.begin, stretch.begin + stretch.text.size());
  const auto offset = static_cast<std::uint32_t>(stretch.begin);
  const std::size_t first = out.words.size();
  std::size_t counted = out.words.empty() ? 0 : out.words.back().end;
  std::uint32_t character = out.words.empty() ? 0 : out.words.back().last_character;
  const bool stemmed = stretch.analysis == Stretch::stemmed;
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
        stemmed ? match_of(token, query, stretch.stems) : stretch.forms[number];
    if (form != nullptr) out.matches.push_back({from, to, at, at + token.span - 1u, form->word});
    if (stemmed) continue;
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
                  const MatchSet& query, std::vector<StemCount>* counts, std::size_t room, MatchedText& out) {
  out.words.clear();
  out.matches.clear();
  if (query.protected_words != protected_words_) {
    protected_words_ = query.protected_words;
    analyzers_.clear();
  }
  divide(text, spans, language, query);
  const bool matched = counts != nullptr && match_by_counts(query, *counts);
  if (matched) read_around_matches(query, room);
  for (std::size_t i = 0; i < used_; ++i) {
    Stretch& stretch = stretches_[i];
    if (!matched) {
      stretch.analysis = Stretch::stemmed;
      analyzer(*stretch.language).analyze(stretch.text, stretch.analyzed);
    }
    if (stretch.analysis != Stretch::unread) emit(stretch, query, out);
  }
  for (TextMatch& match : out.matches) {
    match.last = std::min(match.last, static_cast<std::uint32_t>(out.words.size()) - 1);
  }
  std::stable_sort(out.matches.begin(), out.matches.end(),
                   [](const TextMatch& a, const TextMatch& b) { return a.begin < b.begin; });
}

}  // namespace nsearch::searcher
