// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <random>

#include "planning.h"
#include "query/form_walk.h"
#include "query/fuzzy.h"
#include "query/wildcard.h"

using namespace nsearch::searcher;
using nsearch::QueryKind;
using nsearch::QueryNode;
using tiny::document;

namespace {

using Letters = std::vector<std::string>;

std::string joined(const Letters& letters) {
  std::string text;
  for (const std::string& letter : letters) text += letter;
  return text;
}

/// A vocabulary of short forms over few letters of one, two and three bytes, spread over three shards, with
/// terms of other prefixes in between.
class Vocabulary {
 public:
  explicit Vocabulary(unsigned seed) : random_(seed) {
    std::vector<Xapian::WritableDatabase> shards;
    for (int i = 0; i < 3; ++i) shards.emplace_back("", Xapian::DB_BACKEND_INMEMORY);
    for (int i = 0; i < 600; ++i) {
      const Letters form = word(7);
      Xapian::Document document;
      document.add_term(joined(form));
      document.add_term("S" + joined(form));
      document.add_term("Zfr:" + joined(form));
      document.add_term("SZfr:" + joined(form));
      document.add_term("Qid" + std::to_string(i));
      shards[random_() % 3].add_document(document);
      forms[joined(form)] = form;
    }
    for (const auto& shard : shards) database.add_database(shard);
  }

  Letters word(std::size_t longest, std::initializer_list<const char*> more = {}) {
    std::vector<std::string> alphabet = {"a", "b", "c", "д", "愛", "."};
    alphabet.insert(alphabet.end(), more.begin(), more.end());
    Letters letters;
    do letters.push_back(alphabet[random_() % alphabet.size()]);
    while (letters.size() < longest && random_() % 5 != 0);
    return letters;
  }

  Xapian::Database database;
  std::map<std::string, Letters> forms;

 private:
  std::mt19937 random_;
};

/// What the manual says of * and ?, word for word.
bool glob(const Letters& pattern, std::size_t p, const Letters& text, std::size_t t) {
  if (p == pattern.size()) return t == text.size();
  if (pattern[p] == "*")
    return glob(pattern, p + 1, text, t) || (t < text.size() && glob(pattern, p, text, t + 1));
  return t < text.size() && (pattern[p] == "?" || pattern[p] == text[t]) && glob(pattern, p + 1, text, t + 1);
}

/// The definition of optimal string alignment, over the first letters of both.
unsigned distance(const Letters& a, std::size_t n, const Letters& b, std::size_t m) {
  if (n == 0 || m == 0) return static_cast<unsigned>(n + m);
  unsigned least = std::min({distance(a, n - 1, b, m) + 1, distance(a, n, b, m - 1) + 1,
                             distance(a, n - 1, b, m - 1) + (a[n - 1] != b[m - 1])});
  if (n > 1 && m > 1 && a[n - 1] == b[m - 2] && a[n - 2] == b[m - 1])
    least = std::min(least, distance(a, n - 2, b, m - 2) + 1);
  return least;
}

std::set<std::string> taken(Expansion& expansion) {
  std::set<std::string> forms;
  for (const ExpandedForm& form : expansion.take()) forms.insert(form.form);
  return forms;
}

QueryNode word(const std::string& text) {
  QueryNode node;
  node.kind = QueryKind::word;
  node.text = text;
  node.end = text.size();
  return node;
}

QueryNode wild(const std::string& text) {
  QueryNode node = word(text);
  node.pattern = true;
  return node;
}

QueryNode fuzzy(const std::string& text, unsigned edits = 1) {
  QueryNode node = word(text);
  node.edits = edits;
  return node;
}

std::vector<nsearch::StoredDocument> economies() {
  return {document("1", "fr", "L’économie", "L’économiste explique le modèle de l’œuvre."),
          document("2", "nl", "De economie", "Het economisch model van Deepseek-V3."),
          document("3", "en", "Chips", "Nvidia rises by 16.86 percent; econometrics models.")};
}

}  // namespace

TEST_CASE("A wildcard finds what a scan of all forms finds") {
  nsearch::Analyzer neutral("und");
  std::size_t found = 0, none = 0;
  for (unsigned seed = 0; seed < 20; ++seed) {
    Vocabulary vocabulary(seed);
    for (int i = 0; i < 40; ++i) {
      Letters letters = vocabulary.word(5, {"*", "?", "*"});
      std::erase(letters, ".");  // no part of a word in a query
      if (letters.empty()) continue;
      CAPTURE(joined(letters));
      std::set<std::string> expected;
      for (const auto& [form, text] : vocabulary.forms)
        if (glob(letters, 0, text, 0)) expected.insert(form);
      const WildcardPattern pattern(joined(letters), neutral);
      for (const char* place : {"", "S"}) {
        Expansion expansion(10000);
        expand(pattern, vocabulary.database, place, expansion);
        CHECK(taken(expansion) == expected);
      }
      (expected.empty() ? none : found) += 1;
    }
  }
  CHECK(found > 100);
  CHECK(none > 50);
}

TEST_CASE("A fuzzy word finds what a scan of all forms finds") {
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 10; ++seed) {
    Vocabulary vocabulary(seed);
    for (int i = 0; i < 15; ++i) {
      const Letters letters = vocabulary.word(6);
      CAPTURE(joined(letters));
      for (const unsigned edits : {1u, 2u}) {
        std::set<std::string> expected;
        for (const auto& [form, text] : vocabulary.forms) {
          const unsigned apart = distance(letters, letters.size(), text, text.size());
          CHECK(edit_distance(joined(letters), form) == apart);
          if (apart <= edits) expected.insert(form);
        }
        for (const char* place : {"", "S"}) {
          Expansion expansion(10000);
          expand(joined(letters), edits, vocabulary.database, place, expansion);
          CHECK(taken(expansion) == expected);
        }
        found += expected.size();
      }
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("Distances in letters, not in bytes") {
  CHECK(edit_distance("nvidai", "nvidia") == 1);
  CHECK(edit_distance("", "愛愛") == 2);
  CHECK(edit_distance("мир", "мор") == 1);
  CHECK(edit_distance("ca", "abc") == 3);  // optimal string alignment; the true distance is 2
}

TEST_CASE("Too many forms: the nearest and most frequent stay, and how many went is known") {
  Expansion expansion(3);
  for (unsigned i = 0; i < 100; ++i) expansion.add({std::to_string(i), (i * 37) % 100, i % 2});
  CHECK(expansion.total() == 100);
  CHECK(expansion.left_out() == 97);
  std::string best;
  for (const ExpandedForm& form : expansion.take())
    best += std::to_string(form.edits) + "/" + std::to_string(form.documents) + " ";
  CHECK(best == "0/98 0/96 0/94 ");
}

TEST_CASE("Wildcards run over folded forms of all languages") {
  Asked asked(economies());
  CHECK(asked.set(wild("econom*")) == "1 2 3");
  CHECK(asked.set(wild("ÉCONOM*")) == "1 2 3");
  CHECK(asked.set(wild("l'économis*")) == "1 2");
  CHECK(asked.set(wild("mod?le")) == "1");
  CHECK(asked.set(wild("mod*l*")) == "1 2 3");
  CHECK(asked.set(wild("*idia")) == "3");
  CHECK(asked.set(wild("*conom*")) == "1 2 3");
  CHECK(asked.set(wild("œuv*")) == "1");
  CHECK(asked.set(wild("deepseek-v*")) == "2");
  CHECK(asked.set(wild("16,8?")) == "3");
  CHECK(asked.set(wild("*")) == "1 2 3");
  CHECK(asked.set(wild("zz*")) == "");
  QueryNode title = wild("econom*");
  title.field = "title";
  CHECK(asked.set(title) == "1 2");
  CHECK(asked.plan(wild("zz*")).hints.at(0).message == "no document holds “zz*”");
}

TEST_CASE("A wildcard weighs like one word, and its forms are marked") {
  Asked asked(economies());
  const auto plan = asked.plan(wild("econom*"));
  CHECK(plan.matches.surfaces.count("economie") == 1);
  CHECK(plan.matches.surfaces.count("econometrics") == 1);
  CHECK(plan.matches.rarity.size() == 1);
  // Document 3 alone has "econometrics": by itself it would weigh more than a word that stands in all three.
  const auto factor = [&](const std::string& form) {
    const std::string all = plan.query.get_description();
    const std::size_t end = all.find(" * " + form);
    return end == all.npos ? 1.0 : std::stod(all.substr(all.find_last_of("( ", end - 1) + 1));
  };
  CHECK(factor("econometrics") > 0);
  CHECK(factor("econometrics") < factor("economie"));
  CHECK(factor("economie") < 1);
}

TEST_CASE("A wildcard that stands for too many forms says how many it left out") {
  std::string body;
  for (int i = 0; i < 1200; ++i) body += "mot" + std::string(1, char('a' + i % 26)) + std::to_string(i) + " ";
  Asked asked({document("many", "fr", "", body), document("frequent", "fr", "", "moteur"),
               document("again", "fr", "", "moteur")});
  const auto plan = asked.plan(wild("mot*"));
  REQUIRE(plan.hints.size() == 1);
  CHECK(plan.hints[0].message ==
        "“mot*” stands for 1201 forms, of which the 1000 most frequent are searched; 201 are left out");
  CHECK(asked.set(wild("mot*")) == "again frequent many");
  CHECK(asked.ranked(wild("mot*")) == "again frequent many");  // by id: too wide to be weighed
  CHECK(asked.plan(wild("mota*")).hints.empty());
}

TEST_CASE("A fuzzy word finds what the word finds, and forms nearby; the first letter may be wrong") {
  Asked asked(economies());
  CHECK(asked.set(fuzzy("nvidai")) == "3");
  CHECK(asked.set(fuzzy("mvidia")) == "3");
  CHECK(asked.set(fuzzy("vnidia")) == "3");
  CHECK(asked.set(fuzzy("nvdai")) == "");
  CHECK(asked.set(fuzzy("nvdai", 2)) == "3");
  CHECK(asked.set(fuzzy("modele")) == "1 2 3");
  CHECK(asked.set(fuzzy("modellen")) == asked.set(word("modellen")));
  CHECK(asked.set(fuzzy("deepsek-v3")) == "2");
  CHECK(asked.ranked(fuzzy("models", 2)).front() == '3');
  CHECK(asked.set(fuzzy("zzzzzz")) == "");
}

TEST_CASE("Each form that a wildcard or a fuzzy word stands for is explained") {
  Asked asked(economies());
  asked.options.explain = true;
  const auto wildcard = asked.plan(wild("econom*")).words;
  REQUIRE(wildcard.size() == 1);
  REQUIRE(wildcard[0].terms.size() == 4);
  CHECK(wildcard[0].terms[0].role == "wildcard");
  CHECK(wildcard[0].terms[0].term == "economie");
  CHECK(wildcard[0].terms[0].documents == 2);
  const auto near = asked.plan(fuzzy("nvidai")).words;
  REQUIRE(near.size() == 1);
  CHECK(near[0].terms.back().role == "fuzzy, 1 edit");
  CHECK(near[0].terms.back().term == "nvidia");
}
