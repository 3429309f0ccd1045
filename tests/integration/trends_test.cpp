// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <cmath>

#include "nsearch/timelines.h"
#include "result/keyness.h"
#include "search_fixture.h"

using nsearch::searcher::log_likelihood;
using nsearch::searcher::log_ratio;

namespace {

/// Forty Dutch and ten French documents; the word Élection marks the Dutch ones of March.
void write_months(const LiveIndex& index) {
  std::vector<nsearch::Document> all;
  for (int i = 0; i < 40; ++i) {
    const bool march = i < 10;
    std::string body = "De krant meldt het nieuws van de dag " + std::to_string(i);
    if (march && i < 9) body += " over de ÉLECTION en de Élection van Élection.";
    if (i == 20) body += " met een election";
    all.push_back(article("nl" + std::to_string(i), "nl", "", body, march ? "2025-03-05" : "2025-05-06"));
  }
  for (int i = 0; i < 10; ++i)
    all.push_back(article("fr" + std::to_string(i), "fr", "",
                          "Le journal parle de l'élection du jour, dit-on.",
                          i < 3 ? "2025-03-07" : "2025-05-07"));
  index.write(all);
}

const nsearch::KeyTerm* find(const nsearch::LanguageKeyTerms& in, const std::string& form) {
  for (const nsearch::KeyTerm& term : in.terms)
    if (term.form == form) return &term;
  return nullptr;
}

}  // namespace

TEST_CASE("the log-likelihood ratio and the log ratio are those of the four counts", "[terms]") {
  // By hand: 2 (9 ln(9/2.5) + 1 ln(1/7.5) + 1 ln(1/7.5) + 29 ln(29/22.5)).
  const double wanted = 2 * (9 * std::log(9 / 2.5) + 2 * std::log(1 / 7.5) + 29 * std::log(29 / 22.5));
  CHECK(log_likelihood({9, 10, 1, 30}) == Approx(wanted));
  CHECK(log_ratio({9, 10, 1, 30}) == Approx(std::log2(0.9 * 30)));
  CHECK(log_likelihood({1, 10, 3, 30}) == 0);
  CHECK(log_likelihood({1, 10, 9, 30}) == 0);
  CHECK(log_ratio({4, 8, 0, 16}) == Approx(std::log2((4.5 / 8.5) / (0.5 / 16.5))));
  for (std::uint64_t rest = 1; rest < 20; ++rest)
    CHECK(log_likelihood({15, 20, rest, 40}) <= log_likelihood({15, 20, rest - 1, 40}));
}

TEST_CASE("the words of a month, language by language, with exact counts", "[terms]") {
  const LiveIndex index;
  write_months(index);
  nsearch::Searcher searcher({index.path()});
  const nsearch::KeyTerms words = searcher.key_terms(asking("date:2025-03"));
  CHECK(words.documents == 13);
  REQUIRE(words.languages.size() == 2);
  const nsearch::LanguageKeyTerms& dutch = words.languages[0];
  CHECK(dutch.language == "nl");
  CHECK(dutch.documents == 10);
  CHECK(dutch.rest == 30);
  const nsearch::KeyTerm* const word = find(dutch, "election");
  REQUIRE(word);
  CHECK(word->text == "Élection");  // as it is mostly written
  CHECK(word->documents == 9);
  CHECK(word->rest == 1);  // the French ones are not the rest of Dutch
  CHECK(word->log_likelihood == Approx(log_likelihood({9, 10, 1, 30})));
  CHECK_FALSE(find(dutch, "de"));  // as frequent everywhere
  CHECK(words.languages[1].terms.empty());
}

TEST_CASE("options bound the words shown", "[terms]") {
  const LiveIndex index;
  write_months(index);
  nsearch::Searcher searcher({index.path()});
  nsearch::KeyTermOptions options;
  options.limit = 1;
  CHECK(searcher.key_terms(asking("date:2025-03"), options).languages[0].terms.size() == 1);
  options.limit = 0;
  CHECK(searcher.key_terms(asking("date:2025-03"), options).languages[0].terms.empty());
  options.limit = 20;
  options.least_documents = 10;
  CHECK_FALSE(find(searcher.key_terms(asking("date:2025-03"), options).languages[0], "election"));
  CHECK(searcher.key_terms(asking("zzyzx")).documents == 0);
  CHECK(searcher.key_terms(asking("(date")).diagnostic);
}

TEST_CASE("timelines of several queries have the same periods", "[timelines]") {
  const LiveIndex index;
  write_months(index);
  nsearch::Searcher searcher({index.path()});
  nsearch::SearchRequest shape;
  shape.timeline = nsearch::TimelineStep::month;
  const nsearch::Timelines both = nsearch::timelines(searcher, shape, {"lang:fr", "date:2025-03", "zzyzx"});
  REQUIRE(both.periods.size() == 3);
  CHECK(both.periods[0].name == "2025-03");
  CHECK(both.periods[0].documents == std::vector<std::uint64_t>{3, 13, 0});
  CHECK(both.periods[1].documents == std::vector<std::uint64_t>{0, 0, 0});
  CHECK(both.periods[2].documents == std::vector<std::uint64_t>{7, 0, 0});
  CHECK(both.queries[1].counts.hits == 13);
  const nsearch::Timelines malformed = nsearch::timelines(searcher, shape, {"lang:fr", "(date"});
  CHECK_FALSE(malformed.ok());
  CHECK(malformed.queries[1].diagnostic);
  CHECK(malformed.periods.empty());
}

TEST_CASE("a timeline says how many documents have no date", "[timelines]") {
  const LiveIndex index;
  index.write({article("a", "nl", "", "nieuws", "2025-01-01"), article("b", "nl", "", "nieuws"),
               article("c", "nl", "", "nieuws vers")});
  nsearch::Searcher searcher({index.path()});
  nsearch::SearchRequest shape;
  shape.timeline = nsearch::TimelineStep::month;
  const nsearch::Timelines both = nsearch::timelines(searcher, shape, {"nieuws", "vers"});
  CHECK(both.queries[0].undated == 2);
  CHECK(both.queries[1].undated == 1);
  CHECK(both.seconds > 0);
}

TEST_CASE("one query with a coarser step makes it that of all", "[timelines]") {
  const LiveIndex index;
  index.write({article("old", "nl", "", "oud nieuws", "1700-01-01"),
               article("new", "nl", "", "nieuw nieuws", "2025-01-01"),
               article("day", "nl", "", "vers", "2025-01-02")});
  nsearch::Searcher searcher({index.path()});
  nsearch::SearchRequest shape;
  shape.timeline = nsearch::TimelineStep::day;
  const nsearch::Timelines both = nsearch::timelines(searcher, shape, {"vers", "nieuws"});
  CHECK(both.step == nsearch::TimelineStep::month);  // 325 years are more than 10,000 days or weeks
  CHECK(both.periods.size() == 325 * 12 + 1);
  CHECK(both.periods.front().documents == std::vector<std::uint64_t>{0, 1});
  CHECK(both.periods.back().documents == std::vector<std::uint64_t>{1, 1});
  const nsearch::Timelines apart = nsearch::timelines(searcher, shape, {"oud", "nieuw"});
  CHECK(apart.step == nsearch::TimelineStep::month);  // each alone is one day
}
