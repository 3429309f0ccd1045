// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "nsearch/synonyms.h"
#include "query/analysis_memo.h"
#include "query/planner_words.h"
#include "query/weights.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

bool has_synonyms(const PlannedWord& word) {
  return !word.forms.empty() && !word.exact && word.variants.empty();
}

std::string quoted(const std::string& text) {
  return "“" + text + "”";
}

}  // namespace

void WordPlanner::add_synonyms(const std::vector<PlannedWord*>& words, std::size_t least) {
  if (!options_.synonyms) return;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::string text;
    std::size_t count = 0;
    for (std::size_t end = first; end < words.size() && has_synonyms(*words[end]); ++end) {
      if (words[end]->in_title != words[first]->in_title) break;
      for (const WordForms& forms : words[end]->forms) text += (text.empty() ? "" : " ") + forms.surface;
      count += words[end]->forms.size();
      if (count > options_.synonyms->longest()) break;
      if (end + 1 < first + least) continue;
      for (const std::string& other : options_.synonyms->of(text)) add_synonym(words, first, end + 1, other);
    }
  }
}

/// Documents with the synonym count for each of the words that it stands for.
void WordPlanner::add_synonym(const std::vector<PlannedWord*>& words, std::size_t first, std::size_t end,
                              const std::string& synonym) {
  QueryNode node;
  node.kind = QueryKind::word;
  node.text = synonym;
  node.field = words[first]->in_title ? "title" : "";
  node.begin = words[first]->begin;
  node.end = words[end - 1]->end;
  ExplainedWord explained = explained_word(node);
  explained.text = "synonym " + quoted(synonym);
  const AnalysedWords analysed = analysed_by(options_.memo, synonym, analyzers_, neutral_);
  PlannedWord planned = analysed.words.size() == 1 ? single(analysed.words.front(), node, explained)
                                                   : connected(analysed, node, explained);
  explain(std::move(explained));
  if (planned.whole().empty()) return;
  const double share = weights::synonym / static_cast<double>(end - first);
  for (std::size_t i = first; i < end; ++i)
    words[i]->by_others = Query(Query::OP_OR, words[i]->by_others, scaled(planned.whole(), share));
  words[first]->synonyms.push_back(std::move(planned));
}

}  // namespace nsearch::searcher
