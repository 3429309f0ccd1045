// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/plain_article.h"

#include <catch2/catch.hpp>
#include <string>

#include "reader/byline.h"

using nsearch::Document;
using nsearch::indexer::make_plain_article;
using nsearch::indexer::read_byline;

namespace {

/// "author|date" of a line; "-": it is none.
std::string byline(const std::string& line) {
  const auto found = read_byline(line);
  return found ? found->author + '|' + found->date : "-";
}

std::string values(const Document& document, const std::string& name) {
  std::string all;
  for (const auto& [facet, value] : document.facets)
    if (facet == name) all += (all.empty() ? "" : ", ") + value;
  return all;
}

const std::string paragraph =
    "Le conseil communal de Marche-en-Famenne a voté lundi soir un budget en équilibre, après six heures de "
    "débat et deux suspensions.";

}  // namespace

TEST_CASE("bylines: who wrote and when, in four languages") {
  CHECK(byline("Auteur: Aria Mar 13,2025") == "Aria|2025-03-13");
  CHECK(byline("Auteur : Marie Dupont") == "Marie Dupont|");
  CHECK(byline("Par Marie Dupont") == "Marie Dupont|");
  CHECK(byline("Par Marie Dupont, le 13 mars 2025 à 9h30") == "Marie Dupont|2025-03-13T09:30:00Z");
  CHECK(byline("PAR MARIE DUPONT") == "MARIE DUPONT|");
  CHECK(byline("Écrit par Élise de la Tour | Publié le 1er avril 2024") == "Élise de la Tour|2024-04-01");
  CHECK(byline("Door Jan Peeters en Piet van den Berg") == "Jan Peeters en Piet van den Berg|");
  CHECK(byline("Geschreven door: An De Smet - 13 maart 2025, 09:30 uur") ==
        "An De Smet|2025-03-13T09:30:00Z");
  CHECK(byline("By John O’Neill") == "John O’Neill|");
  CHECK(byline("Von Jürgen Müller, 13. März 2025 um 9.30 Uhr") == "Jürgen Müller|2025-03-13T09:30:00Z");
  CHECK(byline("Publié le jeudi 13 mars 2025") == "|2025-03-13");
  CHECK(byline("13/03/2025") == "|2025-03-13");
}

TEST_CASE("bylines: other lines are text") {
  for (const char* line :
       {"", "Par ailleurs, rien ne change.", "Par exemple", "By Tuesday", "Door de regen viel alles stil",
        "Von Berlin nach Hamburg fahren", "2025", "mars 2025", "Le 13 mars 2025, le roi est mort",
        "Redactie: zie pagina 2. Daarna meer.", "Het was 13 maart 2025", "Onderwerp: De Haven",
        "Par Marie Dupont, qui a vu la scène"}) {
    INFO(line);
    CHECK(byline(line) == "-");
  }
}

TEST_CASE("bylines: a name has a length") {
  CHECK(byline("Auteur: " + std::string(80, 'A')) != "-");
  CHECK(byline("Auteur: " + std::string(81, 'A')) == "-");
}

TEST_CASE("plain articles: bread crumbs are categories, and the last the title") {
  const Document d =
      make_plain_article("Accueil > Régions > Namur > La ville vote un budget en équilibre\n" + paragraph);
  CHECK(d.title == "La ville vote un budget en équilibre");
  CHECK(d.body == paragraph);
  CHECK(values(d, "category") == "Régions, Namur");

  const Document apart =
      make_plain_article("Home » Nieuws » Economie\n\nDe haven groeit weer\n\nEen bericht.");
  CHECK(apart.title == "De haven groeit weer");
  CHECK(apart.body == "Een bericht.");
  CHECK(values(apart, "category") == "Nieuws, Economie");

  const Document twice = make_plain_article(
      "Startseite > Der Hafen wächst auch heuer\nDer Hafen wächst auch heuer\nEine Meldung.");
  CHECK(twice.title == "Der Hafen wächst auch heuer");
  CHECK(twice.body == "Eine Meldung.");
}

TEST_CASE("plain articles: signs that are no crumbs stay") {
  CHECK(make_plain_article("Anvers > Gand au classement général\nUn texte.").title ==
        "Anvers > Gand au classement général");
  CHECK(make_plain_article("Le prix est > 3 et la demande > 5 selon le rapport\nUn texte.").title ==
        "Le prix est > 3 et la demande > 5 selon le rapport");
  const Document alone = make_plain_article("Accueil > Régions > La ville vote un budget en équilibre");
  CHECK(alone.title == "Accueil > Régions > La ville vote un budget en équilibre");
  CHECK(alone.body == alone.title);
}

TEST_CASE("plain articles: lines below the title that say who and when become fields") {
  const Document d = make_plain_article(
      "De haven groeit\n\nDoor Jan Peeters\n13 maart 2025 om 9.30 uur\n\nEen bericht.\n\nDoor An De Smet");
  CHECK(d.title == "De haven groeit");
  CHECK(d.author == "Jan Peeters");
  CHECK(d.date == "2025-03-13T09:30:00Z");
  CHECK(d.body == "Een bericht.\n\nDoor An De Smet");
}

TEST_CASE("plain articles: a heading and a byline alone are a text") {
  const Document d = make_plain_article("De haven groeit\nDoor Jan Peeters");
  CHECK(d.title == "De haven groeit");
  CHECK(d.body == "De haven groeit\nDoor Jan Peeters");
  CHECK(d.author.empty());
}

TEST_CASE("plain articles: a picture's credit is a field and a paragraph of its own") {
  const Document d = make_plain_article(
      "De haven groeit\n\nDe kade ligt vol. Afbeeldingskrediet: An Peeters/Belga via Getty.\n\nCrédit photo "
      ": Jean Bon\n\nHij zei: de foto is goed.");
  CHECK(d.body ==
        "De kade ligt vol.\nAfbeeldingskrediet: An Peeters/Belga via Getty.\n\nCrédit photo : Jean "
        "Bon\n\nHij zei: de foto is goed.");
  CHECK(values(d, "credit") == "An Peeters/Belga via Getty, Jean Bon");
}

TEST_CASE("plain articles: articles without any of that stay as they are") {
  const Document d = make_plain_article("La ville vote\n\n" + paragraph + "\n\n" + paragraph);
  CHECK(d.title == "La ville vote");
  CHECK(d.body == paragraph + "\n\n" + paragraph);
  CHECK(d.author.empty());
  CHECK(d.date.empty());
  CHECK(d.facets.empty());
}

TEST_CASE("plain articles: lines without end are looked at once") {
  const Document article =
      make_plain_article("Titel\n" + std::string(20'000'000, 'a') + std::string(100, ':'));
  CHECK(article.title == "Titel");
  CHECK(article.facets.empty());
}
