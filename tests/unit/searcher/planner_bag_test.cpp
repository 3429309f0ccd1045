// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "planning.h"

using nsearch::ImplicitOperator;
using tiny::document;

namespace {

std::vector<nsearch::StoredDocument> plays() {
  return {
      document("fr-etre", "fr", "", "Être ou ne pas être, telle est la question."),
      document("fr-question", "fr", "", "Une question difficile."),
      document("fr-other", "fr", "", "Un autre texte sur la bourse."),
      document("en-die", "en", "", "Stars never die in the theatre."),
      document("nl-die", "nl", "", "Het theater die avond."),
      document("nl-theatre", "nl", "", "Het theatre royal."),
      document("en-theatre", "en", "", "The theatre."),
      document("und-theatre", "und", "", "Theatre xx."),
  };
}

}  // namespace

TEST_CASE("With the implicit AND every word is required") {
  Asked asked(plays());
  CHECK(asked.set("question difficile") == "fr-question");
  CHECK(asked.set("question bourse") == "");
  CHECK(asked.set("question -difficile") == "fr-etre");
  CHECK(asked.set("-question lang:fr") == "fr-other");
}

TEST_CASE("A stop word is not required of documents in its language") {
  Asked asked(plays());
  // "die" is a Dutch stop word and an English word.
  CHECK(asked.set("theatre die") == "en-die nl-theatre und-theatre");
  CHECK(asked.set("theatre AND die") == "en-die");
  CHECK(asked.set("theatre +die") == "en-die");
  CHECK(asked.set("theatre DIE") == "en-die");
  CHECK(asked.set("la question") == "fr-etre fr-question");
}

TEST_CASE("A negation in parentheses is a part like any other") {
  Asked asked(plays());
  CHECK(asked.set("question (NOT difficile)") == "fr-etre");
  asked.options.implicit = ImplicitOperator::or_;
  const std::string all_but = "en-die en-theatre fr-etre fr-other nl-die nl-theatre und-theatre";
  CHECK(asked.set("bourse (NOT difficile)") == all_but);
  CHECK(asked.set("difficile (NOT question)") ==
        "en-die en-theatre fr-other fr-question nl-die nl-theatre und-theatre");
  CHECK(asked.set("question NOT difficile") == "fr-etre");
  CHECK(asked.set("question -(NOT difficile)") == "fr-question");
  CHECK(asked.set("question AND NOT NOT difficile") == "fr-question");
  CHECK(asked.set("question AND -(-difficile)") == "fr-question");
}

TEST_CASE("Among words of which any may match a stop word brings documents in other languages") {
  std::vector<nsearch::StoredDocument> few = {document("nl", "nl", "", "Het theater die avond."),
                                              document("und", "und", "", "Theatre die.")};
  Asked two(few);
  two.options.implicit = ImplicitOperator::or_;
  CHECK(two.set("question die") == "und");
  few.push_back(document("en", "en", "", "The stars."));
  Asked three(few);
  three.options.implicit = ImplicitOperator::or_;
  CHECK(three.set("question die") == "und");
}

TEST_CASE("Beside a part that is checked, a stop word brings nothing by itself") {
  Asked asked({document("a", "nl", "", "Niet voor, voor en voor de beurs."),
               document("b", "nl", "", "Niet voor de beurs.")});
  asked.options.implicit = ImplicitOperator::or_;
  CHECK(asked.set("niet atleast/3:voor") == "a");
}

TEST_CASE("A connected fuzzy word is also found as it is written") {
  Asked asked({document("a", "fr", "", "Le deepseek éleva."),
               document("b", "fr", "Deepseek autre", "Deepseek éleva éleva.")});
  CHECK(asked.set("atleast/1:deepseek-éleva~") == "a b");
  CHECK(asked.set("title:deepseek-éleva~") == "");
}

TEST_CASE("Nothing but stop words of several languages find what each finds alone, in other accents too") {
  Asked asked({document("nl-gaat", "nl", "", "Hij gaat nu."),
               document("nl-gegaan", "nl", "", "Zij is gegaan."),
               document("nl-accent", "nl", "", "Het gáát goed."),
               document("fr-est", "fr", "", "La bourse est calme.")});
  asked.options.implicit = ImplicitOperator::or_;
  CHECK(asked.set("gaat") == "nl-accent nl-gaat nl-gegaan");
  CHECK(asked.set("title:est gaat") == "nl-accent nl-gaat nl-gegaan");
}

TEST_CASE("A relation of which only one word is left is that word among the others") {
  Asked asked(plays());
  CHECK(asked.set("(une NEAR/3 …) bourse") == "fr-other");
  CHECK(asked.set("(une NEAR/3 …)") == "fr-question");
  asked.options.implicit = ImplicitOperator::or_;
  CHECK(asked.set("une bourse") == "fr-other");
  CHECK(asked.set("(une NEAR/3 …) bourse") == "fr-other");
  CHECK(asked.set("((… SENTENCE une) ADJ/1 …) bourse") == "fr-other");
}

TEST_CASE("A stop word moves documents a little") {
  Asked asked({document("a", "fr", "", "une question ouverte"),
               document("b", "fr", "", "cette question ouverte"), document("c", "fr", "", "un autre texte"),
               document("d", "fr", "", "encore un texte")});
  CHECK(asked.ranked("cette question") == "b a");
  CHECK(asked.ranked("une question") == "a b");
}

TEST_CASE("Nothing but stop words: they count as words") {
  Asked asked(plays());
  CHECK(asked.set("être ou ne pas être") == "fr-etre");
  CHECK(asked.set("pas") == "fr-etre");
  asked.options.implicit = ImplicitOperator::or_;
  CHECK(asked.set("être ou ne pas être") == "fr-etre");
  CHECK(asked.set("pas") == "fr-etre");
}

TEST_CASE("With the implicit OR any word may match, stop words bring nothing") {
  Asked asked(plays());
  asked.options.implicit = ImplicitOperator::or_;
  CHECK(asked.set("question bourse") == "fr-etre fr-other fr-question");
  CHECK(asked.set("la bourse") == "fr-other");
  CHECK(asked.set("die bourse") == "en-die fr-other");
  CHECK(asked.set("+question difficile") == "fr-etre fr-question");
  CHECK(asked.ranked("+question difficile") == "fr-question fr-etre");
  CHECK(asked.set("question bourse lang:fr -difficile") == "fr-etre fr-other");
}

TEST_CASE("Plain words: a headline with all its signs") {
  Asked asked(plays());
  asked.plain = true;
  CHECK(asked.set("Chine: R&D, -bourse (AND \"question") == "fr-etre fr-other fr-question");
  CHECK(asked.ranked("Une question difficile: et la bourse?") == "fr-question fr-other fr-etre");
}

TEST_CASE("A compound in a ranked text finds its parts apart, last") {
  Asked asked({document("apart", "nl", "", "De koers van de aandelen daalt."),
               document("whole", "nl", "", "De aandelenkoersen dalen."),
               document("one", "nl", "", "De aandelen daalden."),
               document("other", "nl", "", "Een bericht.")});
  CHECK(asked.set("aandelenkoersen") == "whole");
  asked.plain = true;
  CHECK(asked.ranked("aandelenkoersen") == "whole apart");
  CHECK(asked.plan("aandelenkoersen").matches.stems.at("nl").size() == 3);
}

TEST_CASE("The lead of a body weighs more than what follows") {
  std::string filler;
  for (int i = 0; i < 80; ++i) filler += " bericht";
  Asked asked({document("late", "nl", "", "Krant." + filler + " koers"),
               document("lead", "nl", "", "Koers." + filler + " krant"),
               document("other", "nl", "", "Een lezer.")});
  CHECK(asked.ranked("koers") == "lead late");
}

TEST_CASE("A stop word is marked only where it was asked for as a word") {
  Asked asked(plays());
  const auto mixed = asked.plan("theatre die").matches;
  REQUIRE(mixed.surfaces.count("die") == 1);
  CHECK_FALSE(mixed.surfaces.at("die").as_stop_word);
  const auto only = asked.plan("ne pas").matches;
  REQUIRE(only.surfaces.count("pas") == 1);
  CHECK(only.surfaces.at("pas").as_stop_word);
  asked.options.languages = {"fr"};
  CHECK(asked.plan("la question").matches.surfaces.count("la") == 0);
}

TEST_CASE("What holds no word is left out, and said") {
  Asked asked(plays());
  CHECK(asked.set("question ! difficile") == "fr-question");
  CHECK(asked.hints("question ! difficile") == "“!” holds no word and is left out");
  CHECK(asked.set("\"…\"") == "");
}

TEST_CASE("A pasted page is searched by its rarest words") {
  Asked asked(plays());
  asked.plain = true;
  std::string page = "bourse";
  for (int i = 0; i < 300; ++i) page += " mot" + std::to_string(i);
  CHECK(asked.set(page) == "fr-other");
  CHECK(asked.hints(page).find("of 301 words only the 128 rarest are searched") != std::string::npos);
}

TEST_CASE("A word that comes again is written as one with its neighbours there, too") {
  Asked asked({document("email", "nl", "", "Een email."), document("mail", "nl", "", "De mail."),
               document("letter", "nl", "", "Letter e.")});
  CHECK(asked.set("e letter e mail") == "");
  CHECK(asked.set("e e mail") == "email");
  asked.options.implicit = ImplicitOperator::or_;
  CHECK(asked.set("e letter e mail") == "email letter mail");
  CHECK(asked.set("e e mail") == "email letter mail");
  CHECK(asked.set("e letter mail") == "letter mail");
}
