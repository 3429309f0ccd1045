// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/trial.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "oracle/smaller.h"
#include "query/fields.h"

namespace oracle {

using nsearch::QueryNode;

bool same_tree(const QueryNode& a, const QueryNode& b) {
  const bool same = a.kind == b.kind && a.text == b.text && a.field == b.field && a.exact == b.exact &&
                    a.inflected == b.inflected && a.pattern == b.pattern && a.edits == b.edits &&
                    a.number == b.number && a.boost == b.boost && a.children.size() == b.children.size();
  if (!same) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same_tree(a.children[i], b.children[i])) return false;
  }
  return true;
}

Trial::Trial(nsearch::Searcher& searcher, const Collection& collection)
    : searcher_(searcher), collection_(collection), ranking_(collection, evaluator({}).words()) {
  options_.fields = nsearch::searcher::default_text_fields();
  options_.filters = nsearch::searcher::default_filter_fields();
  options_.filters.insert(options_.filters.end(), collection.facets.begin(), collection.facets.end());
}

Evaluator& Trial::evaluator(const std::vector<std::string>& languages) {
  return evaluators_.try_emplace(languages, collection_, languages).first->second;
}

Outcome Trial::run(const Asked& asked, bool round_trip) {
  Outcome outcome;
  outcome.text = nsearch::to_query_text(asked.root);
  options_.implicit = asked.implicit;
  const nsearch::ParsedQuery parsed = nsearch::parse_query(outcome.text, options_);
  if (!parsed.ok()) {
    outcome.problem = "what was printed is refused: " + parsed.diagnostic->message;
    return outcome;
  }
  if (round_trip && !same_tree(parsed.root, asked.root)) {
    outcome.problem = "what was printed parses to another tree:\n" + nsearch::to_outline(parsed.root) +
                      "instead of\n" + nsearch::to_outline(asked.root);
    return outcome;
  }
  outcome.expected = evaluator(asked.languages).answer(parsed.root, asked.implicit);
  nsearch::SearchRequest request;
  request.query = outcome.text;
  request.implicit = asked.implicit;
  request.languages = asked.languages;
  const nsearch::SearchResults results = searcher_.for_each_id(request, [&](const std::string& id) {
    if (!outcome.found.insert(id).second) outcome.problem = "found twice: " + id;
    return true;
  });
  if (results.diagnostic) {
    outcome.problem = "refused: " + results.diagnostic->message;
  } else if (outcome.found != outcome.expected) {
    outcome.problem = "the answers differ";
  } else {
    outcome.problem = compare_best(std::move(request));
  }
  return outcome;
}

/// The best few are the first of all: nothing better is passed over on the way to them.
std::string Trial::compare_best(nsearch::SearchRequest request) {
  constexpr std::size_t few = 5;
  constexpr double tolerance = 1e-9;  // of the score
  request.documents = request.snippets = false;
  request.limit = collection_.articles.size();
  const std::vector<nsearch::Hit> all = searcher_.search(request).hits;
  request.limit = few;
  const std::vector<nsearch::Hit> best = searcher_.search(request).hits;
  if (best.size() != std::min(few, all.size())) return "the best are " + std::to_string(best.size());
  for (std::size_t i = 0; i < best.size(); ++i) {
    const bool same = std::abs(best[i].score - all[i].score) <= tolerance * std::abs(all[i].score);
    if (best[i].id != all[i].id || !same) {
      return "the best differ: " + best[i].id + " with " + std::to_string(best[i].score) + " instead of " +
             all[i].id + " with " + std::to_string(all[i].score);
    }
  }
  return {};
}

std::optional<std::string> Trial::compare_scores(const std::vector<std::string>& words) {
  constexpr double tolerance = 1e-6;
  const std::optional<std::map<std::string, double>> expected = ranking_.scores(words);
  if (!expected) return std::nullopt;
  nsearch::QueryNode root;
  root.kind = nsearch::QueryKind::any_of;
  for (const std::string& text : words) {
    root.children.emplace_back();
    root.children.back().kind = nsearch::QueryKind::word;
    root.children.back().text = text;
  }
  nsearch::SearchRequest request;
  request.query = nsearch::to_query_text(words.size() == 1 ? root.children.front() : root);
  request.limit = collection_.articles.size();
  request.documents = request.snippets = false;
  const nsearch::SearchResults results = searcher_.search(request);
  for (const nsearch::Hit& hit : results.hits) {
    ++scores;
    const auto score = expected->find(hit.id);
    if (score == expected->end()) return request.query + ": " + hit.id + " is ranked, but not expected";
    if (std::abs(score->second - hit.score) > tolerance)
      return request.query + ": " + hit.id + " scores " + std::to_string(hit.score) + " instead of " +
             std::to_string(score->second);
  }
  if (results.hits.size() == expected->size()) return std::string();
  return request.query + ": " + std::to_string(results.hits.size()) + " hits instead of " +
         std::to_string(expected->size());
}

Asked Trial::shrink(Asked asked) {
  const std::string problem = run(asked).problem;
  const std::string kind = problem.substr(0, problem.find(':'));
  const bool shape = kind.rfind("what was printed parses", 0) == 0;
  for (bool smaller = true; smaller;) {
    smaller = false;
    for (QueryNode& root : smaller_trees(asked.root)) {
      const Asked candidate{std::move(root), asked.implicit, asked.languages};
      if (run(candidate, shape).problem.substr(0, kind.size()) != kind) continue;
      asked = candidate;
      smaller = true;
      break;
    }
  }
  return asked;
}

}  // namespace oracle
