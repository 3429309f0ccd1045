// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/snippet.h"

#include <algorithm>

#include "result/passage.h"

namespace nsearch::searcher {

namespace {

// A passage is between words; only a "word" of thousands of letters makes it longer than this.
constexpr std::size_t most_bytes_a_character = 6;

bool is_space(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
}

std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

/// Overlapping and touching stretches become one.
std::vector<std::pair<std::size_t, std::size_t>> merged(const std::vector<TextMatch>& matches,
                                                        std::size_t begin, std::size_t end) {
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  for (const TextMatch& match : matches) {
    if (match.begin < begin || match.end > end) continue;
    if (!marks.empty() && match.begin < marks.back().second) {
      marks.back().second = std::max<std::size_t>(marks.back().second, match.end);
    } else {
      marks.emplace_back(match.begin, match.end);
    }
  }
  return marks;
}

/// Copies text[begin, end) with single spaces, and the marks to where they then are.
void append(std::string_view text, std::size_t begin, std::size_t end, const std::vector<TextMatch>& matches,
            MarkedText& out) {
  const auto marks = merged(matches, begin, end);
  auto mark = marks.begin();
  std::size_t marked_from = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (mark != marks.end() && i == mark->second) {
      out.marks.emplace_back(marked_from, out.text.size());
      ++mark;
    }
    const bool space = is_space(text[i]);
    if (space && (out.text.empty() || out.text.back() == ' ')) continue;
    if (mark != marks.end() && i == mark->first) marked_from = out.text.size();
    out.text += space ? ' ' : text[i];
  }
  if (mark != marks.end()) out.marks.emplace_back(marked_from, out.text.size());
  while (!out.text.empty() && out.text.back() == ' ') out.text.pop_back();
}

MarkedText render(std::string_view text, Passage passage, const std::vector<TextMatch>& matches,
                  std::size_t most) {
  if (passage.end - passage.begin > most) {
    passage.end = character_start(text, passage.begin + most);
    passage.cut_after = true;
  }
  MarkedText out;
  if (passage.cut_before) out.text = "… ";
  append(text, passage.begin, passage.end, matches, out);
  if (passage.cut_after) out.text += " …";
  return out;
}

}  // namespace

MarkedText SnippetMaker::title(const StoredDocument& document, const MatchSet& matches, StemCounts* counts) {
  if (counts == nullptr) {
    marker_.mark(document.title, {}, document.language, matches, nullptr, options_.characters, matched_);
  } else {
    const std::vector<StemCount> before = counts->title;
    marker_.mark(document.title, {}, document.language, matches, &counts->title, options_.characters,
                 matched_);
    counts->take_parts(before);
  }
  MarkedText out;
  append(document.title, 0, document.title.size(), matched_.matches, out);
  return out;
}

std::vector<MarkedText> SnippetMaker::snippets(const StoredDocument& document, const MatchSet& matches,
                                               StemCounts* counts) {
  const std::string_view body = document.body;
  const std::size_t most = options_.characters * most_bytes_a_character;
  marker_.mark(body, document.spans, document.language, matches, counts ? &counts->body : nullptr,
               options_.characters, matched_);
  std::vector<MarkedText> snippets;
  for (const Passage& passage :
       best_passages(body, matched_, matches.rarity, options_.characters, options_.most)) {
    snippets.push_back(render(body, passage, matched_.matches, most));
  }
  if (snippets.empty()) {
    const std::size_t end = character_start(body, std::min(body.size(), options_.characters));
    MarkedText beginning = render(body, {0, end, false, end < body.size()}, {}, most);
    if (!beginning.text.empty()) snippets.push_back(std::move(beginning));
  }
  return snippets;
}

}  // namespace nsearch::searcher
