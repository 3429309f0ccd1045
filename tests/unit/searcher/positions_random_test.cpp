// SPDX-License-Identifier: GPL-2.0-or-later
//
// Random trees over random documents: planner and verifier find what a slow evaluation of the tokens finds.
#include <catch2/catch.hpp>
#include <random>

#include "planning.h"
#include "query_trees.h"
#include "slow_search.h"

using namespace trees;

namespace {

const std::vector<std::string> written = {
    "daling",     "dalingen", "koers",         "aandeel",     "aandelen", "de",     "côte",
    "cote",       "Côté",     "ouest",         "deepseek-v3", "v3",       "ging",   "gaat",
    "16,86",      "OpenAI's", "aandelenkoers", "la",          "parlent",  "parler", "minister",
    "deepseekv3", "élevées",  "élever",        "éleva"};
const std::vector<std::string> asked_for = {"daling",  "koersen",     "aandeel",   "de",       "côte",
                                            "cote",    "côté",        "ouest",     "gegaan",   "ging",
                                            "16.86",   "Deepseek-V3", "v3",        "la",       "openai",
                                            "parlons", "élever",      "ministers", "deepseek", "élevé"};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  unsigned below(unsigned limit) { return std::uniform_int_distribution<unsigned>(0, limit - 1)(engine_); }
  bool one_in(unsigned chance) { return below(chance) == 0; }
  const std::string& pick(const std::vector<std::string>& from) {
    return from[below(static_cast<unsigned>(from.size()))];
  }

  nsearch::StoredDocument document(unsigned number) {
    const std::string language = one_in(2) ? "nl" : "fr";
    return tiny::document("d" + std::to_string(100 + number), language, text(below(4)), text(3 + below(16)));
  }

  /// A condition on documents.
  QueryNode query(unsigned depth) {
    if (depth > 0 && one_in(3)) {
      switch (below(4)) {
        case 0:
          return all_of({query(depth - 1), query(depth - 1)});
        case 1:
          return any_of({query(depth - 1), query(depth - 1)});
        case 2:
          return negation(query(depth - 1));
        default:
          return all_of({query(depth - 1), negation(query(depth - 1))});
      }
    }
    if (one_in(8)) return at_least(1 + below(3), operand(1));
    return one_in(5) ? leaf() : relation(2);
  }

 private:
  std::string text(unsigned words) {
    std::string made;
    for (unsigned i = 0; i < words; ++i) {
      made += pick(written);
      made += one_in(6) ? (one_in(3) ? ".\n\n" : ". Nu ") : " ";
    }
    return made;
  }

  std::string field() { return one_in(6) ? (one_in(2) ? "title" : "body") : ""; }

  QueryNode leaf() {
    if (one_in(4)) {
      QueryNode made = phrase(pick(asked_for) + " " + pick(asked_for), field());
      made.inflected = one_in(2);
      made.exact = !made.inflected && one_in(2);
      return made;
    }
    QueryNode made = word(pick(asked_for), field());
    made.exact = one_in(5);
    return made;
  }

  QueryNode operand(unsigned depth) {
    if (depth > 0 && one_in(4)) return any_of({operand(depth - 1), leaf()});
    return depth > 0 && one_in(4) ? relation(depth - 1) : leaf();
  }

  QueryNode relation(unsigned depth) {
    if (one_in(6)) return not_near(1 + below(6), operand(depth), operand(depth));
    std::vector<QueryNode> operands = {operand(depth), operand(depth)};
    while (one_in(4) && operands.size() < 4) operands.push_back(operand(0));
    switch (below(5)) {
      case 0:
        return sentence(operands);
      case 1:
        return paragraph(operands);
      case 2:
        return adjacent(1 + below(14), operands);
      default:
        return near(1 + below(14), operands);
    }
  }

  std::mt19937 engine_;
};

}  // namespace

TEST_CASE("Positional trees find what an evaluation of the tokens finds") {
  std::size_t answers = 0, checked = 0;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Random random(seed);
    std::vector<nsearch::StoredDocument> documents;
    for (unsigned i = 0; i < 25; ++i) documents.push_back(random.document(i));
    Asked asked(documents);
    SlowSearch slow(documents, {"fr", "nl"});
    for (unsigned i = 0; i < 60; ++i) {
      const QueryNode root = random.query(2);
      INFO("seed " << seed << ": " << nsearch::to_outline(root));
      const std::string expected = slow.set(root);
      REQUIRE(asked.set(root) == expected);
      answers += expected.empty() ? 0 : 1;
      checked += asked.plan(root).check ? 1 : 0;
    }
  }
  CHECK(answers > 800);
  CHECK(checked > 800);
}
