// SPDX-License-Identifier: GPL-2.0-or-later
#include "slow_search.h"

#include <algorithm>
#include <functional>

#include "query/planner_analysis.h"
#include "storage/index_schema.h"

using namespace nsearch;

namespace {

unsigned distance(std::pair<unsigned, unsigned> a, std::pair<unsigned, unsigned> b) {
  if (a.second < b.first) return b.first - a.second;
  if (b.second < a.first) return a.first - b.second;
  return 0;  // they overlap
}

/// Calls `use` with each choice of one span from each set.
void for_each_choice(const std::vector<std::set<std::pair<unsigned, unsigned>>>& sets,
                     std::vector<std::pair<unsigned, unsigned>>& chosen, const std::function<void()>& use) {
  if (chosen.size() == sets.size()) return use();
  for (const auto& span : sets[chosen.size()]) {
    chosen.push_back(span);
    for_each_choice(sets, chosen, use);
    chosen.pop_back();
  }
}

}  // namespace

SlowSearch::SlowSearch(const std::vector<StoredDocument>& documents, std::vector<std::string> languages) {
  for (const std::string& language : languages) analyzers_.emplace_back(language);
  for (const StoredDocument& document : documents) {
    Text text{document.id, document.language, {}};
    read(text, document.title, 1, true);
    read(text, document.body, schema::body_position, false);
    for (const Word& word : text.words) {
      spellings_.emplace(word.surface, word.exact);
      spellings_.emplace(word.surface, word.surface);
    }
    texts_.push_back(std::move(text));
  }
}

void SlowSearch::read(Text& out, const std::string& text, unsigned position, bool title) {
  Analyzer analyzer(out.language);
  AnalyzedText analyzed;
  analyzer.analyze(text, analyzed);
  unsigned sentence = title ? 0 : 1000, paragraph = sentence, gaps = 0;
  for (const Token& token : analyzed.tokens()) {
    if (token.kind == TokenKind::compound_part) {
      out.words.back().parts.emplace_back(token.stem);
      continue;
    }
    Word word;
    word.surface = token.surface;
    word.exact = token.exact;
    word.stem = token.stem;
    word.stop_word = token.stop_word;
    word.joined = token.kind == TokenKind::joined;
    word.number = token.kind == TokenKind::number;
    word.position = position + token.position - 1 + gaps;
    word.title = title;
    word.sentence = sentence;
    word.paragraph = paragraph;
    out.words.push_back(word);
    if (word.joined || token.boundary == Boundary::none) continue;
    ++sentence;
    if (token.boundary != Boundary::paragraph) continue;
    ++paragraph;
    gaps += schema::paragraph_gap;
  }
}

std::string SlowSearch::set(const QueryNode& root) {
  std::vector<std::string> ids;
  for (const Text& text : texts_) {
    if (holds(root, text)) ids.push_back(text.id);
  }
  std::sort(ids.begin(), ids.end());
  std::string joined;
  for (const std::string& id : ids) joined += (joined.empty() ? "" : " ") + id;
  return joined;
}

bool SlowSearch::holds(const QueryNode& node, const Text& text) {
  const auto child_holds = [&](const QueryNode& child) { return holds(child, text); };
  switch (node.kind) {
    case QueryKind::all_of:
      return std::all_of(node.children.begin(), node.children.end(), child_holds);
    case QueryKind::any_of:
      return std::any_of(node.children.begin(), node.children.end(), child_holds);
    case QueryKind::negation:
      return !child_holds(node.children.front());
    case QueryKind::word:
      return node.exact ? !spans(node, text).empty() : has_word(node, text);
    case QueryKind::at_least: {
      const Spans found = spans(node.children.front(), text);
      unsigned taken = 0, end = 0;
      for (;;) {  // the next one to end
        const Span* next = nullptr;
        for (const Span& span : found) {
          if (span.first > end && (!next || span.second < next->second)) next = &span;
        }
        if (!next) return taken >= node.number;
        end = next->second;
        ++taken;
      }
    }
    default:
      return !spans(node, text).empty();
  }
}

/// Language and stem, with other accents too, where the word is no stop word.
const SlowSearch::Stems& SlowSearch::stems(const std::string& word) {
  const auto known = stems_.find(word);
  if (known != stems_.end()) return known->second;
  std::vector<Analyzer*> all;
  for (Analyzer& analyzer : analyzers_) all.push_back(&analyzer);
  const auto words = searcher::analyse_words(word, all, neutral_).words;
  Stems stems(words.front().stems.begin(), words.front().stems.end());
  stems.insert(words.front().accented.begin(), words.front().accented.end());
  return stems_[word] = std::move(stems);
}

/// What a word does outside of positional operators.
bool SlowSearch::has_word(const QueryNode& node, const Text& text) {
  const auto words = searcher::analyse_words(node.text, {}, neutral_).words;
  if (words.size() > 1) return !spans(node, text).empty();
  const auto wanted = stems(node.text);
  const bool anywhere = node.field.empty();
  return std::any_of(text.words.begin(), text.words.end(), [&](const Word& word) {
    if (!anywhere && word.title != (node.field == "title")) return false;
    if (word.surface == words.front().surface) return true;
    const auto is_wanted = [&](const std::string& stem) { return wanted.count({text.language, stem}) != 0; };
    if (anywhere && std::any_of(word.parts.begin(), word.parts.end(), is_wanted)) return true;
    return !word.joined && !word.number && !word.stop_word && is_wanted(word.stem);
  });
}

const std::set<std::string>& SlowSearch::forms(const std::string& word) {
  const auto known = forms_.find(word);
  if (known != forms_.end()) return known->second;
  const auto wanted = stems(word);
  std::set<std::string> found = {searcher::analyse_words(word, {}, neutral_).words.front().surface};
  AnalyzedText analyzed;
  for (const auto& [surface, spelling] : spellings_) {
    for (Analyzer& analyzer : analyzers_) {
      analyzer.analyze(spelling, analyzed);
      if (analyzed.positions() != 1) continue;
      const Token& token = analyzed.tokens().front();
      if (token.kind != TokenKind::word || token.stop_word) continue;
      if (wanted.count({analyzer.language(), std::string(token.stem)})) found.insert(surface);
    }
  }
  return forms_[word] = std::move(found);
}

SlowSearch::Spans SlowSearch::phrase_spans(const QueryNode& node, const std::string& words, const Text& text,
                                           bool inflected) {
  const auto asked = searcher::analyse_words(words, {}, neutral_).words;
  std::vector<std::set<std::string>> wanted;
  for (const auto& word : asked)
    wanted.push_back(inflected ? forms(word.exact) : std::set<std::string>{word.surface});
  Spans found;
  for (const Word& start : text.words) {
    unsigned at = start.position;
    bool all = true;
    bool within = true;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      all = all && std::any_of(text.words.begin(), text.words.end(), [&](const Word& there) {
              const bool fits =
                  node.exact ? there.exact == asked[i].exact : wanted[i].count(there.surface) != 0;
              if (there.position != at || !fits) return false;
              within = within && (node.field.empty() || there.title == (node.field == "title"));
              return true;
            });
      ++at;
    }
    if (all && within) found.emplace(start.position, at - 1);
  }
  return found;
}

SlowSearch::Spans SlowSearch::word_spans(const QueryNode& node, const Text& text) {
  const auto asked = searcher::analyse_words(node.text, {}, neutral_);
  if (asked.words.size() == 1) return phrase_spans(node, node.text, text, !node.exact);
  Spans found = phrase_spans(node, node.text, text, false);
  if (node.exact) return found;
  for (const Word& word : text.words) {
    const bool in_place = node.field.empty() || word.title == (node.field == "title");
    if (word.surface == asked.joined && in_place) found.emplace(word.position, word.position);
  }
  return found;
}

SlowSearch::Spans SlowSearch::spans(const QueryNode& node, const Text& text) {
  if (node.kind == QueryKind::word) return word_spans(node, text);
  if (node.kind == QueryKind::phrase) return phrase_spans(node, node.text, text, node.inflected);
  std::vector<Spans> sets;
  for (const QueryNode& child : node.children) sets.push_back(spans(child, text));
  Spans found;
  if (node.kind == QueryKind::any_of) {
    for (const Spans& set : sets) found.insert(set.begin(), set.end());
    return found;
  }
  if (node.kind == QueryKind::not_near) {
    for (const Span& span : sets[0]) {
      const bool near = std::any_of(sets[1].begin(), sets[1].end(),
                                    [&](const Span& other) { return distance(span, other) <= node.number; });
      if (!near) found.insert(span);
    }
    return found;
  }
  if (node.kind == QueryKind::sentence || node.kind == QueryKind::paragraph) {
    const auto stretch = [&](unsigned position) {
      for (const Word& word : text.words) {
        if (word.position == position)
          return node.kind == QueryKind::sentence ? word.sentence : word.paragraph;
      }
      return 0u;
    };
    std::set<unsigned> stretches;
    for (const Word& word : text.words) stretches.insert(stretch(word.position));
    for (const unsigned wanted : stretches) {
      Span all{~0u, 0};
      bool each = true;
      for (const Spans& set : sets) {
        bool any = false;
        for (const Span& span : set) {
          if (stretch(span.first) != wanted || stretch(span.second) != wanted) continue;
          any = true;
          all = {std::min(all.first, span.first), std::max(all.second, span.second)};
        }
        each = each && any;
      }
      if (each) found.insert(all);
    }
    return found;
  }
  std::vector<Span> chosen;
  for_each_choice(sets, chosen, [&] {
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      for (std::size_t j = i + 1; j < chosen.size(); ++j) {
        const unsigned apart = distance(chosen[i], chosen[j]);
        if (apart == 0 || apart > node.number) return;
        if (node.kind == QueryKind::adjacent && chosen[i].first > chosen[j].first) return;
      }
    }
    Span all = chosen.front();
    for (const Span& span : chosen)
      all = {std::min(all.first, span.first), std::max(all.second, span.second)};
    found.insert(all);
  });
  return found;
}
