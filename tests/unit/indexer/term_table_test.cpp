// SPDX-License-Identifier: GPL-2.0-or-later
#include "term_table.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <string>

#include "support.h"

using nsearch::indexer::DocumentPostings;
using nsearch::indexer::TermTable;

TEST_CASE("a term table counts and gathers positions once, in the order in which terms came") {
  TermTable table;
  table.add("b", 1, 7);
  table.add("a", 2);
  table.add("b", 1, 9);
  table.add("b", 1, 9);
  table.add(std::string_view("a\0c", 3), 0);
  table.add("\xff", 1);
  table.add("aaaaaaaab", 1);
  table.add("aaaaaaaa", 1);
  DocumentPostings out;
  table.write(out);
  std::string order;
  for (const auto& term : out.terms) order += std::string(out.text(term)) + "|";
  REQUIRE(order == std::string("b|a|a\0c|\xff|aaaaaaaab|aaaaaaaa|", 29));
  CHECK(test::terms_of(out) == test::Terms{{"a", "2"},
                                           {std::string("a\0c", 3), "0"},
                                           {"aaaaaaaa", "1"},
                                           {"aaaaaaaab", "1"},
                                           {"b", "3@7,9"},
                                           {"\xff", "1"}});
}

TEST_CASE("a term table that was cleared starts anew") {
  TermTable table;
  table.add("old", 1, 1);
  table.clear();
  table.add("new", 1, 2);
  DocumentPostings out;
  table.write(out);
  CHECK(test::terms_of(out) == test::Terms{{"new", "1@2"}});
}

TEST_CASE("a term table agrees with a plain map on many random terms") {
  std::mt19937 random(7);
  TermTable table;
  std::map<std::string, std::pair<std::uint32_t, std::set<std::uint32_t>>> expected;
  for (std::uint32_t position = 1; position <= 60'000; ++position) {
    std::string term(1 + random() % 10, ' ');
    for (char& c : term) c = static_cast<char>(random() % 3 == 0 ? random() % 256 : 'a');
    table.add(term, 1, position);
    expected[term].first += 1;
    expected[term].second.insert(position);
  }
  DocumentPostings out;
  table.write(out);
  REQUIRE(out.terms.size() == expected.size());
  bool same = true;
  for (const auto& term : out.terms) {
    const auto want = expected.find(std::string(out.text(term)));
    REQUIRE(want != expected.end());
    const auto positions = out.positions(term);
    same = same && term.wdf == want->second.first &&
           std::vector<std::uint32_t>(positions.begin(), positions.end()) ==
               std::vector<std::uint32_t>(want->second.second.begin(), want->second.second.end());
    expected.erase(want);
  }
  CHECK(same);
}
