// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/trial.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "oracle/counts.h"
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

Trial::Trial(nsearch::Searcher& searcher, const Collection& collection, Twin* twin)
    : searcher_(searcher), collection_(collection), twin_(twin), ranking_(collection, evaluator({}).words()) {
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
  outcome.problem = compare_ids(request, outcome);
  request.documents = request.snippets = request.suggest = false;
  if (outcome.problem.empty()) outcome.problem = compare_ranked(request, outcome.expected);
  if (outcome.problem.empty()) outcome.problem = compare_counts(request, outcome.expected);
  return outcome;
}

std::string Trial::compare_ids(const nsearch::SearchRequest& request, Outcome& outcome) {
  std::string twice;
  const nsearch::SearchResults results = searcher_.for_each_id(request, [&](const std::string& id) {
    if (!outcome.found.insert(id).second) twice = "found twice: " + id;
    return true;
  });
  if (results.diagnostic) return "refused: " + results.diagnostic->message;
  if (!twice.empty()) return twice;
  return outcome.found == outcome.expected ? std::string() : "the answers differ";
}

/// What is ranked is what is found, and as an index of another layout has it.
std::string Trial::compare_ranked(nsearch::SearchRequest request, const std::set<std::string>& expected) {
  request.limit = request.exact_total_up_to = collection_.articles.size();
  const nsearch::SearchResults all = searcher_.search(request);
  std::set<std::string> ranked;
  for (const nsearch::Hit& hit : all.hits) ranked.insert(hit.id);
  if (ranked != expected || all.hits.size() != expected.size())
    return "what is ranked differs: " + std::to_string(all.hits.size()) + " instead of " +
           std::to_string(expected.size());
  if (!all.total.exact() || all.total.lower != expected.size())
    return "the total differs: " + std::to_string(all.total.lower) + " to " + std::to_string(all.total.upper);
  if (std::string other = twin_ ? difference(twin_->search(request), all) : ""; !other.empty())
    return "the layouts differ:" + other;
  return compare_best(std::move(request), all.hits);
}

/// The best few are the first of all: nothing better is passed over on the way to them.
std::string Trial::compare_best(nsearch::SearchRequest request, const std::vector<nsearch::Hit>& all) {
  constexpr std::size_t few = 5;
  constexpr double tolerance = 1e-9;  // of the score
  request.limit = request.exact_total_up_to = few;
  const std::vector<nsearch::Hit> best = searcher_.search(request).hits;
  if (best.size() != std::min(few, all.size()))
    return "the best differ: there are " + std::to_string(best.size());
  for (std::size_t i = 0; i < best.size(); ++i) {
    const bool same = std::abs(best[i].score - all[i].score) <= tolerance * std::abs(all[i].score);
    if (best[i].id != all[i].id || !same) {
      return "the best differ: " + best[i].id + " with " + std::to_string(best[i].score) + " instead of " +
             all[i].id + " with " + std::to_string(all[i].score);
    }
  }
  return {};
}

std::string Trial::compare_counts(nsearch::SearchRequest request, const std::set<std::string>& expected) {
  std::vector<const Article*> answer;
  for (const Article& article : collection_.articles) {
    if (expected.count(article.document.id) != 0) answer.push_back(&article);
  }
  const std::uint64_t counted = searcher_.count(request).total.lower;
  if (counted != expected.size()) return "the number of the counted differs: " + std::to_string(counted);
  request.limit = 0;
  ask_for_counts(request, collection_.facets);
  return wrong_counts(searcher_.search(request), answer);
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
