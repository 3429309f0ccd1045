// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "planning.h"
#include "query_trees.h"

using namespace trees;
using tiny::document;

namespace {

std::vector<nsearch::StoredDocument> news() {
  return {
      document("shares", "nl", "Beurs", "De dalingen van de aandelen zetten door.\nDe minister zwijgt."),
      document("rate", "nl", "Koersval",
               "Een koersval trof het aandeel van Nvidia vandaag. De minister spreekt."),
      document("far", "nl", "", "De daling was een feit, en wie goed keek zag ook dat het aandeel zakte."),
      document("coast", "fr", "La côte ouest", "Les vacanciers aiment la côte. Le côté ouest, la cote."),
      document("side", "fr", "Vacances", "Il a coté. La cote ouest du pays; la Côte d'Azur."),
      document("paris", "fr", "", "Paris Hilton arrive. Elle aime la ville de Paris le soir."),
  };
}

}  // namespace

TEST_CASE("NEAR joins words in any inflected form, in any order") {
  Asked asked(news());
  CHECK(asked.set(near(5, {any_of({word("daling"), word("koersval")}), word("aandeel")})) == "rate shares");
  CHECK(asked.set(near(5, {word("aandeel"), word("daling")})) == "shares");
  CHECK(asked.set(near(3, {word("daling"), word("aandeel")})) == "shares");
  CHECK(asked.set(near(2, {word("daling"), word("aandeel")})) == "");
  CHECK(asked.set(near(15, {word("daling"), word("aandeel")})) == "far shares");
  CHECK(asked.set(near(4, {word("minister"), word("spreken")})) == "rate");
}

TEST_CASE("ADJ keeps the order") {
  Asked asked(news());
  CHECK(asked.set(adjacent(5, {word("aandeel"), word("daling")})) == "");
  CHECK(asked.set(adjacent(5, {word("daling"), word("aandeel")})) == "shares");
  CHECK(asked.set(adjacent(1, {word("minister"), word("zwijgen")})) == "shares");
}

TEST_CASE("A paragraph's end counts as ten words") {
  Asked asked(news());
  CHECK(asked.set(near(3, {word("doorzetten"), word("minister")})) == "");
  CHECK(asked.set(adjacent(11, {word("door"), word("minister")})) == "");
  CHECK(asked.set(adjacent(12, {word("door"), word("minister")})) == "shares");
}

TEST_CASE("Phrases, groups and operators stand inside of positional operators") {
  Asked asked(news());
  CHECK(asked.set(near(6, {phrase("het aandeel"), word("koersval")})) == "rate");
  CHECK(asked.set(near(2, {phrase("het aandeel van"), word("trof")})) == "rate");
  CHECK(asked.set(near(1, {phrase("aandeel van"), word("koersval")})) == "");
  CHECK(asked.set(adjacent(3, {near(2, {word("trof"), word("koersval")}), word("Nvidia")})) == "");
  CHECK(asked.set(adjacent(4, {near(2, {word("trof"), word("koersval")}), word("Nvidia")})) == "rate");
  CHECK(asked.set(near(9, {word("koersval"), word("aandeel"), word("Nvidia"), word("vandaag")})) == "rate");
}

TEST_CASE("NOTNEAR takes the places where the other word is not") {
  Asked asked(news());
  CHECK(asked.set(not_near(3, word("Paris"), word("Hilton"))) == "paris");
  CHECK(asked.set(not_near(9, word("Paris"), word("Hilton"))) == "");
  CHECK(asked.set(not_near(1, word("Hilton"), phrase("Paris Hilton"))) == "");
  CHECK(asked.set(not_near(5, word("aandeel"), word("daling"))) == "far rate");
  CHECK(asked.set(not_near(5, word("aandeel"), word("xyzzy"))) == "far rate shares");
}

TEST_CASE("SENTENCE and PARAGRAPH") {
  Asked asked(news());
  CHECK(asked.set(sentence({word("koersval"), word("Nvidia")})) == "rate");
  CHECK(asked.set(sentence({word("koersval"), word("minister")})) == "");
  CHECK(asked.set(paragraph({word("koersval"), word("minister")})) == "rate");
  CHECK(asked.set(paragraph({word("aandeel"), word("minister")})) == "rate");
  CHECK(asked.set(sentence({phrase("de minister"), any_of({word("zwijgen"), word("spreken")})})) ==
        "rate shares");
}

TEST_CASE("atleast counts places that don't overlap") {
  Asked asked({document("one", "nl", "", "Nvidia zakt."), document("two", "nl", "Nvidia", "En Nvidia zakt."),
               document("four", "nl", "", "ha ha ha ha")});
  CHECK(asked.set(at_least(2, word("nvidia"))) == "two");
  CHECK(asked.set(at_least(1, word("nvidia"))) == "one two");
  CHECK(asked.set(at_least(3, word("nvidia"))) == "");
  CHECK(asked.set(at_least(2, phrase("ha ha"))) == "four");
  CHECK(asked.set(at_least(3, phrase("ha ha"))) == "");
}

TEST_CASE("An inflected phrase") {
  Asked asked(news());
  CHECK(asked.set(inflected("de daling van het aandeel")) == "");
  CHECK(asked.set(inflected("daling van de aandeel")) == "shares");
  CHECK(asked.set(phrase("daling van de aandeel")) == "");
  CHECK(asked.set(inflected("koersval")) == "rate");
  const auto plan = asked.plan(inflected("de daling"));
  REQUIRE(plan.matches.phrases.size() == 1);
  CHECK(plan.matches.phrases[0].words[1] == std::vector<std::string>{"daling", "dalingen"});
}

TEST_CASE("Exact words and phrases are told by their accents") {
  Asked asked(news());
  CHECK(asked.set(exact(word("cote"))) == "coast side");
  CHECK(asked.set(exact(word("côte"))) == "coast side");
  CHECK(asked.set(exact(word("côté"))) == "coast");
  CHECK(asked.set(exact(phrase("la côte ouest"))) == "coast");
  CHECK(asked.set(exact(phrase("la cote ouest"))) == "side");
  CHECK(asked.set(exact(phrase("côté ouest"))) == "coast");
  CHECK(asked.set(exact(phrase("le côte ouest"))) == "");
  CHECK(asked.set(near(1, {exact(word("côte")), word("ouest")})) == "coast");
  CHECK(asked.set(near(1, {exact(word("coté")), word("ouest")})) == "");
}

TEST_CASE("A document that holds only an accented form is not one of the bare word") {
  Asked asked({document("accented", "fr", "", "La côte."), document("bare", "fr", "", "La cote."),
               document("both", "fr", "", "La cote, la côte.")});
  CHECK(asked.set(exact(word("cote"))) == "bare both");
  CHECK(asked.set(negation(exact(word("cote")))) == "accented");
  CHECK(asked.set(exact(word("côte"))) == "accented both");
}

TEST_CASE("title: and body: hold inside of operators, for phrases and for words") {
  Asked asked(news());
  CHECK(asked.set(phrase("la côte", "title")) == "coast");
  CHECK(asked.set(phrase("la côte", "body")) == "coast side");
  CHECK(asked.set(phrase("côte ouest", "body")) == "coast side");
  CHECK(asked.set(exact(phrase("côte ouest", "body"))) == "");
  CHECK(asked.set(word("koersval", "body")) == "rate");
  CHECK(asked.set(word("vacances", "body")) == "");
  CHECK(asked.set(word("vacances", "title")) == "side");
  CHECK(asked.set(near(3, {word("ouest", "title"), word("côte")})) == "coast");
  CHECK(asked.set(near(3, {word("ouest", "body"), word("côte", "body")})) == "coast side");
  CHECK(asked.set(near(1, {word("ouest", "title"), word("la")})) == "");
}

TEST_CASE("What is checked stands among other conditions") {
  Asked asked(news());
  const QueryNode together = sentence({word("koersval"), word("Nvidia")});
  const QueryNode apart = sentence({word("koersval"), word("minister")});
  CHECK(asked.set(negation(together)) == "coast far paris shares side");
  CHECK(asked.set(negation(apart)) == "coast far paris rate shares side");
  CHECK(asked.set(all_of({word("aandeel"), negation(together)})) == "far shares");
  CHECK(asked.set(all_of({word("aandeel"), together})) == "rate");
  CHECK(asked.set(any_of({word("Paris"), apart, together})) == "paris rate");
  CHECK(asked.set(any_of({apart, word("Paris")})) == "paris");
  CHECK(asked.set(negation(any_of({apart, word("Paris")}))) == "coast far rate shares side");
  const QueryNode group = node(QueryKind::bag, {word("aandeel"), apart});
  CHECK(asked.set(group) == "");
  asked.options.implicit = nsearch::ImplicitOperator::or_;
  CHECK(asked.set(group) == "far rate shares");
}

TEST_CASE("What Xapian decides by itself is not checked") {
  Asked asked(news());
  CHECK_FALSE(asked.plan(near(5, {word("daling"), word("aandeel")})).check);
  CHECK_FALSE(asked.plan(phrase("de daling")).check);
  CHECK_FALSE(asked.plan(inflected("de daling")).check);
  CHECK_FALSE(asked.plan(exact(phrase("de daling"))).check);
  CHECK_FALSE(asked.plan(exact(word("daling"))).check);
  CHECK(asked.plan(exact(word("cote"))).check);
  CHECK(asked.plan(sentence({word("daling"), word("aandeel")})).check);
}

TEST_CASE("Operands that are no place in the text are refused, and it is said how to write it") {
  Asked asked(news());
  QueryNode language = word("nl");
  language.kind = QueryKind::field;
  language.field = "lang";
  const auto message = [&](const QueryNode& root) {
    const auto plan = asked.plan(root);
    return plan.diagnostic ? plan.diagnostic->message : "";
  };
  CHECK(message(near(3, {word("a"), negation(word("b"))})) == "NEAR can't look for what is not there");
  CHECK(message(sentence({word("a"), all_of({word("b"), word("c")})})) ==
        "AND names no place in the text, where SENTENCE could look");
  CHECK(message(adjacent(3, {word("a"), language})) == "lang: is no place in the text, where ADJ could look");
  CHECK(message(near(3, {word("a"), at_least(2, word("b"))})) ==
        "atleast counts in the whole text, and can't stand within NEAR");
  CHECK(message(near(3, std::vector<QueryNode>(17, word("nvidia")))) == "NEAR has 17 operands");
}

TEST_CASE("Operands with wildcards, and fuzzy ones") {
  Asked asked({document("near", "fr", "", "La croissance économique ralentit."),
               document("far", "fr", "", "La croissance est lente, dit hier à Paris un économiste."),
               document("none", "fr", "", "La croissance ralentit.")});
  QueryNode wildcard = word("econom*");
  wildcard.pattern = true;
  QueryNode fuzzy = word("economiqeu");
  fuzzy.edits = 1;
  CHECK(asked.set(near(3, {word("croissance"), wildcard})) == "near");
  CHECK(asked.set(near(20, {word("croissance"), wildcard})) == "far near");
  CHECK(asked.set(near(20, {word("croissance"), fuzzy})) == "near");
}

TEST_CASE("A positional operator scores as its words do") {
  Asked asked({document("rare", "nl", "", "aandeel Nvidia zakt ver en diep"),
               document("often", "nl", "", "Nvidia, Nvidia, Nvidia en aandeel zijn aandeel van Nvidia"),
               document("none", "nl", "", "iets anders")});
  CHECK(asked.ranked("Nvidia AND aandeel") == "often rare");
  const auto plan = asked.plan(near(9, {word("Nvidia"), word("aandeel")}));
  const auto terms = asked.plan("Nvidia OR aandeel");
  CHECK(asked.scores(plan) == asked.scores(terms));
  QueryNode doubled = near(9, {word("Nvidia"), word("aandeel")});
  doubled.boost = 2;
  CHECK(asked.scores(asked.plan(doubled))[0] == Approx(2 * asked.scores(plan)[0]));
}
