// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "query/planner_words.h"
#include "query/weights.h"
#include "query/word_splits.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;
namespace prefix = schema::prefix;

namespace {

constexpr std::size_t most_joined = 4;  // words, as the analysis joins them

/// The form of words written as one: decimal points and apostrophes go, as the analysis has it.
std::string joined_form(const std::vector<PlannedWord*>& words, std::size_t first, std::size_t end) {
  std::string form;
  for (std::size_t i = first; i < end; ++i) form += words[i]->forms.front().surface;
  std::erase_if(form, [](char c) { return c == '.' || c == '\''; });
  return form;
}

bool can_be_joined(const PlannedWord& word) {
  return word.forms.size() == 1 && !word.exact && word.forms.front().stop_in.empty();
}

}  // namespace

void WordPlanner::add_splits(const WordForms& forms, const QueryNode& node, PlannedWord& planned,
                             ExplainedWord& explained) {
  const auto known = [&](const std::string& form) {
    return vocabulary_.frequency_in_whole(schema::bounded_term(prefix::surface, form));
  };
  if (forms.number || forms.surface.find('.') != std::string::npos) return;
  for (const std::vector<std::string>& parts : word_splits(forms.typed, forms.surface, known, neutral_)) {
    std::vector<WordForms> words(parts.size());
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      words[i].surface = words[i].exact = parts[i];
      text += (i == 0 ? "" : " ") + parts[i];
    }
    ExplainedWord unused;
    const Query apart = same_place(words, false, node, unused);
    if (apart.empty()) continue;
    if (planned.whole().empty())
      hint(node, "no document holds “" + node.text + "”; “" + text + "” is searched");
    std::size_t rarest = known(parts.front());
    for (const std::string& part : parts) rarest = std::min<std::size_t>(rarest, known(part));
    if (options_.explain) explained.terms.push_back({"apart, at most", {}, text, rarest});
    planned.by_others = Query(Query::OP_OR, planned.by_others, scaled(apart, weights::joined));
    planned.phrases.push_back(parts);
  }
}

void WordPlanner::join(const std::vector<PlannedWord*>& words) {
  for (std::size_t first = 0; first < words.size(); ++first) {
    const std::size_t last = std::min(words.size(), first + most_joined);
    for (std::size_t end = first + 2; end <= last && can_be_joined(*words[first]); ++end) {
      if (!can_be_joined(*words[end - 1]) || words[end - 1]->in_title != words[first]->in_title) break;
      add_joined(words, first, end);
    }
  }
}

void WordPlanner::relate(const std::vector<PlannedWord*>& words) {
  add_synonyms(words, 2);
  translate_together(words);
}

/// Documents that write the words as one count for each of them.
void WordPlanner::add_joined(const std::vector<PlannedWord*>& words, std::size_t first, std::size_t end) {
  const std::string form = joined_form(words, first, end);
  const bool stood_so_before = std::all_of(words.begin() + first, words.begin() + end, [&](const auto* word) {
    return std::find(word->variants.begin(), word->variants.end(), form) != word->variants.end();
  });
  if (stood_so_before) return;
  const std::string_view place = words[first]->in_title ? prefix::title : prefix::surface;
  const std::string name = schema::bounded_term(place, form);
  const Xapian::doccount documents = vocabulary_.frequency(name);
  if (documents == 0) {
    // Words that the index has as one have no synonyms together.
    if (options_.synonyms && vocabulary_.frequency_in_whole(name) != 0) {
      for (std::size_t i = first; i < end; ++i) words[i]->variants.push_back(form);
    }
    return;
  }
  ExplainedWord explained;
  explained.text = form;
  explained.begin = words[first]->begin;
  explained.end = words[end - 1]->end;
  explained.terms.push_back({"joined", {}, form, documents});
  explain(std::move(explained));
  const double weight = options_.plain ? weights::joined_in_text : weights::joined;
  const double share = weight / static_cast<double>(end - first);
  for (std::size_t i = first; i < end; ++i) {
    words[i]->by_others = Query(Query::OP_OR, words[i]->by_others, scaled(Query(name), share));
    words[i]->variants.push_back(form);
  }
}

}  // namespace nsearch::searcher
