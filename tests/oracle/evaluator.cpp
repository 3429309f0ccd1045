// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/evaluator.h"

#include <algorithm>

#include "oracle/expansions.h"
#include "oracle/filters.h"
#include "oracle/joins.h"
#include "oracle/stop_words.h"
#include "query/tree.h"

namespace oracle {

using nsearch::ImplicitOperator;
using nsearch::QueryKind;
using nsearch::QueryNode;

namespace {

/// Where one of the forms stands, in the field asked for; of one spelling only where that is given.
Spans places_of(const Article& article, const std::set<std::string>& forms, const std::string& field,
                const std::string* exact = nullptr) {
  constexpr unsigned body = 200;
  Spans spans;
  for (const std::string& form : forms) {
    const auto places = article.places.find(form);
    if (places == article.places.end()) continue;
    for (const Place& place : places->second) {
      if (!field.empty() && (place.position < body) != (field == "title")) continue;
      if (!exact || place.exact == *exact) spans.insert({place.position, place.position});
    }
  }
  return spans;
}

/// Whether a form occurs in the field, however long the title is.
bool stands_in(const Article& article, const std::string& form, const std::string& field) {
  const auto places = article.places.find(form);
  return places != article.places.end() &&
         std::any_of(places->second.begin(), places->second.end(),
                     [&](const Place& place) { return field.empty() || place.title == (field == "title"); });
}

Spans side_by_side(const std::vector<Spans>& words) {
  Spans found;
  for (const Span& start : words.front()) {
    unsigned at = start.first;
    bool whole = true;
    for (std::size_t i = 1; i < words.size(); ++i) {
      ++at;
      whole = whole && words[i].count({at, at}) != 0;
    }
    if (whole) found.insert({start.first, at});
  }
  return found;
}

Spans phrase_of(const Article& article, const std::vector<std::string>& forms, const std::string& field) {
  std::vector<Spans> words;
  for (const std::string& form : forms) words.push_back(places_of(article, {form}, field));
  return side_by_side(words);
}

bool is_negation(const QueryNode& node) {
  return node.kind == QueryKind::negation || node.kind == QueryKind::excluded;
}

bool is_filter(const QueryNode& node) {
  return node.kind == QueryKind::field;
}

/// +a, and -(NOT a), which is the same. A filter asks for no words, with or without a sign.
bool is_required(const QueryNode& node, bool taken_away) {
  const QueryNode* child = node.children.empty() ? nullptr : &node.children.front();
  const bool twice = (node.kind == QueryKind::excluded || taken_away) && is_negation(*child);
  if (twice) child = &child->children.front();
  return (twice || node.kind == QueryKind::required) && !is_filter(*child);
}

}  // namespace

Evaluator::Evaluator(const Collection& collection, const std::vector<std::string>& languages)
    : collection_(collection),
      restricted_(!languages.empty()),
      words_(collection, languages.empty() ? collection.languages : languages) {}

std::set<std::string> Evaluator::answer(const QueryNode& root, ImplicitOperator implicit) {
  implicit_ = implicit;
  std::set<std::string> ids;
  std::optional<QueryNode> query = without_empty(root);
  if (!query) return ids;
  if (is_plain_word(*query)) {  // a lone word is words side by side, of which there is one
    QueryNode bag;
    bag.kind = QueryKind::bag;
    bag.children = {*query};
    query = bag;
  }
  for (const Article& article : collection_.articles) {
    const auto& languages = words_.languages();
    const bool asked =
        !restricted_ || std::any_of(languages.begin(), languages.end(), [&](const auto& language) {
          return article.languages.count(language) != 0;
        });
    if (asked && matches(*query, article)) ids.insert(article.document.id);
  }
  return ids;
}

/// The tree without what holds no word (a lone dash): that is as if it had not been written.
std::optional<QueryNode> Evaluator::without_empty(const QueryNode& node) {
  if (node.kind == QueryKind::none) return std::nullopt;
  if (node.kind == QueryKind::field) return node;
  if (node.kind == QueryKind::word || node.kind == QueryKind::phrase) {
    if (node.pattern) return node;
    if (words_.words(node.text).words.empty()) return std::nullopt;
    return node;
  }
  QueryNode kept = node;
  kept.children.clear();
  for (const QueryNode& child : node.children) {
    std::optional<QueryNode> part = without_empty(child);
    if (part) kept.children.push_back(std::move(*part));
    if (!part && node.kind == QueryKind::not_near && &child == &node.children.front()) return std::nullopt;
  }
  if (kept.children.empty()) return std::nullopt;
  const bool relation = nsearch::searcher::is_proximity(kept.kind);
  if (relation && kept.children.size() == 1) return kept.children.front();
  return kept;
}

bool Evaluator::matches(const QueryNode& node, const Article& article) {
  const auto child_matches = [&](const QueryNode& child) { return matches(child, article); };
  switch (node.kind) {
    case QueryKind::none:
      return false;
    case QueryKind::word:
      return has_word(node, article);
    case QueryKind::field:
      return passes(node.field, node.text, article);
    case QueryKind::all_of:
      return std::all_of(node.children.begin(), node.children.end(), child_matches);
    case QueryKind::any_of:
      return std::any_of(node.children.begin(), node.children.end(), child_matches);
    case QueryKind::bag:
      return bag(node.children, article);
    case QueryKind::required:
      return matches(node.children.front(), article);
    case QueryKind::negation:
    case QueryKind::excluded:
      return !matches(node.children.front(), article);
    case QueryKind::at_least:
      return most_apart(spans(node.children.front(), article)) >= node.number;
    default:
      return !spans(node, article).empty();
  }
}

/// Whether a word is one that stems count for. Others stand somewhere or don't: exact ones, those of the body, and
/// those that the text connects in the title.
bool Evaluator::is_plain_word(const QueryNode& node) {
  if (node.kind != QueryKind::word || node.exact || node.field == "body") return false;
  return node.pattern || node.field != "title" || words_.words(node.text).words.size() < 2;
}

bool Evaluator::has_word(const QueryNode& node, const Article& article) {
  const auto stands = [&](const std::string& form) { return stands_in(article, form, node.field); };
  if (!is_plain_word(node)) {
    const bool by_stems = node.field == "body" && !node.exact && !node.pattern && node.edits == 0;
    if (!by_stems || words_.words(node.text).words.size() > 1) return !word_spans(node, article).empty();
  }
  if (node.pattern || node.edits > 0) {
    const std::set<std::string>& forms = expansion(node);
    if (node.pattern || std::any_of(forms.begin(), forms.end(), stands))
      return std::any_of(forms.begin(), forms.end(), stands);
  }
  const bool single = !node.exact && words_.words(node.text).words.size() == 1;
  if (!single) return !word_spans(node, article).empty();
  const QueryWord& word = words_.words(node.text).words.front();
  if (stands(word.surface)) return true;
  if (has_stem(node, word.stems, article) || has_stem(node, word.accented, article)) return true;
  // Under body: words are taken as they are written; under title: they are in the title, and side by side anywhere.
  return node.field != "body" && std::any_of(word.apart.begin(), word.apart.end(), [&](const auto& parts) {
           return !phrase_of(article, parts, "").empty() && std::all_of(parts.begin(), parts.end(), stands);
         });
}

/// Whether a passage has a word with one of the stems. In no particular field parts of compounds count as well.
bool Evaluator::has_stem(const QueryNode& node, const std::set<std::string>& stems, const Article& article) {
  return std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
    if (node.field == "title") return article.title_stems.count(stem) != 0;
    if (node.field == "body") return article.body_stems.count(stem) != 0;
    return article.has_stem(stem) || article.parts.count(stem) != 0;
  });
}

/// Words side by side. A stop word beside other words may be lacking in documents of its language, or (where any
/// word may match) brings none of them.
bool Evaluator::bag(const std::vector<QueryNode>& children, const Article& article) {
  const bool all = implicit_ == ImplicitOperator::and_;
  std::vector<const QueryNode*> words;
  const std::vector<std::set<std::string>> joined = joined_with_neighbours(children, words_);
  std::vector<bool> has_joined_form;  // of each word
  std::vector<bool> parts;            // whether each phrase, group and so on matches
  bool required = false;
  for (const QueryNode& child : children) {
    if (is_plain_word(child)) {
      words.push_back(&child);
      const auto place = static_cast<std::size_t>(&child - children.data());
      has_joined_form.push_back(!places_of(article, joined[place], child.field).empty());
      continue;
    }
    const bool holds = matches(child, article);
    const bool sign = child.kind == QueryKind::required || child.kind == QueryKind::excluded;
    const bool taken_away = all && child.kind == QueryKind::negation;
    const bool must = sign || taken_away || is_filter(child);
    if (must && !holds) return false;
    if (!must) parts.push_back(holds);
    required = required || is_required(child, taken_away);
  }
  const auto may_lack = languages_that_may_lack(words, !parts.empty() || required, words_);
  if (!all && (required || (words.empty() && parts.empty()))) return true;
  if (!all && parts.empty() && only_stop_words_left(words, may_lack))
    return std::any_of(words.begin(), words.end(),
                       [&](const QueryNode* word) { return has_word(*word, article); });
  for (std::size_t i = 0; i < words.size(); ++i)
    parts.push_back(has_joined_form[i] || (all ? has_or_may_lack(*words[i], may_lack[i], article)
                                               : brings(*words[i], may_lack[i], article)));
  const auto holds = [](bool part) { return part; };
  return all ? std::all_of(parts.begin(), parts.end(), holds)
             : std::any_of(parts.begin(), parts.end(), holds);
}

/// Whether each word is a stop word somewhere, and what they mean elsewhere stands in no article in the tables.
bool Evaluator::only_stop_words_left(const std::vector<const QueryNode*>& words,
                                     const std::vector<std::set<std::string>>& stop_in) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (stop_in[i].empty()) return false;
    for (const Article* article : collection_.in_tables())
      if (brings(*words[i], stop_in[i], *article)) return false;
  }
  return true;
}

bool Evaluator::has_or_may_lack(const QueryNode& word, const std::set<std::string>& languages,
                                const Article& article) {
  return has_word(word, article) ||
         std::any_of(languages.begin(), languages.end(),
                     [&](const auto& language) { return article.languages.count(language) != 0; });
}

/// Where any word may match, a compound also finds the documents that hold all its parts.
bool Evaluator::has_parts(const QueryWord& word, const Article& article) const {
  return std::any_of(word.parts.begin(), word.parts.end(), [&](const auto& language) {
    return std::all_of(language.second.begin(), language.second.end(), [&](const std::string& stem) {
      return article.has_stem(stem) || article.parts.count(stem) != 0;
    });
  });
}

/// A stop word brings what it means in the other languages, by its stems.
bool Evaluator::brings(const QueryNode& node, const std::set<std::string>& stop_in, const Article& article) {
  if (stop_in.empty() && has_word(node, article)) return true;
  if (node.pattern) return false;
  const QueryWords& words = words_.words(node.text);
  if (words.words.size() > 1) return false;
  if (stop_in.empty()) return node.field.empty() && has_parts(words.words.front(), article);
  return has_stem(node, words.words.front().stems, article);
}

const std::set<std::string>& Evaluator::expansion(const QueryNode& node) {
  const std::string key = nsearch::to_query_text(node);
  const auto known = expansions_.find(key);
  if (known != expansions_.end()) return known->second;
  if (node.pattern) return expansions_[key] = wildcard_forms(collection_, node);
  const QueryWords& words = words_.words(node.text);
  const std::string& form = words.words.size() == 1 ? words.words.front().surface : words.joined;
  return expansions_[key] = form.empty() ? std::set<std::string>() : similar_forms(collection_, node, form);
}

Spans Evaluator::spans(const QueryNode& node, const Article& article) {
  if (node.kind == QueryKind::word) return word_spans(node, article);
  if (node.kind == QueryKind::phrase) return phrase_spans(node, article);
  std::vector<Spans> operands;
  for (const QueryNode& child : node.children) operands.push_back(spans(child, article));
  switch (node.kind) {
    case QueryKind::near:
    case QueryKind::adjacent:
      return near(operands, node.number, node.kind == QueryKind::adjacent);
    case QueryKind::not_near:
      return not_near(operands[0], operands[1], node.number);
    case QueryKind::sentence:
      return together(operands, article.sentence);
    case QueryKind::paragraph:
      return together(operands, article.paragraph);
    default: {
      Spans either;
      for (const Spans& operand : operands) either.insert(operand.begin(), operand.end());
      return either;
    }
  }
}

Spans Evaluator::word_spans(const QueryNode& node, const Article& article) {
  if (node.pattern) return places_of(article, expansion(node), node.field);
  if (node.edits > 0) {
    QueryNode as_written = node;
    as_written.edits = 0;
    Spans found = word_spans(as_written, article);
    found.merge(places_of(article, expansion(node), node.field));
    return found;
  }
  const QueryWords& words = words_.words(node.text);
  if (words.words.size() == 1 && !node.exact)
    return places_of(article, words.words.front().forms, node.field);
  Spans found = phrase_spans(node, article);
  if (words.joined.empty() || node.exact) return found;
  found.merge(places_of(article, {words.joined}, node.field));
  return found;
}

Spans Evaluator::phrase_spans(const QueryNode& node, const Article& article) {
  std::vector<Spans> words;
  for (const QueryWord& word : words_.words(node.text).words) {
    if (node.inflected) {
      words.push_back(places_of(article, word.forms, node.field));
    } else {
      words.push_back(places_of(article, {word.surface}, node.field, node.exact ? &word.exact : nullptr));
    }
  }
  return side_by_side(words);
}

}  // namespace oracle
