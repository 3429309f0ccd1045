// SPDX-License-Identifier: GPL-2.0-or-later
#include "resemblance/fold_signature.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "resemblance/minhash.h"

using namespace nsearch;
using namespace nsearch::resemblance;

namespace {

std::string signature_of(const std::string& body, const std::string& title = {},
                         const std::string& language = "fr") {
  Analyzer analyzer(language);
  AnalyzedText text;
  FoldSigner signer;
  signer.clear();
  const auto main = [](const Token& token) {
    return token.kind == TokenKind::word || token.kind == TokenKind::number;
  };
  analyzer.analyze(title, text);
  for (const Token& token : text.tokens())
    if (main(token)) signer.add_title(token);
  analyzer.analyze(body, text);
  for (const Token& token : text.tokens())
    if (main(token)) signer.add_body(token, body);
  std::string signature;
  signer.write(signature);
  return signature;
}

const std::string story =
    "Le conseil municipal de Beaumont a voté mardi soir, après cinq heures de débat, la fermeture de la "
    "piscine "
    "des Tilleuls, que la chambre des comptes jugeait trop coûteuse. Le maire, Paul Garnier, a promis que "
    "les "
    "écoles iraient nager à Verneuil dès septembre. L'opposition, conduite par Anne Lefort, parle de mépris "
    "et "
    "rappelle que 3200 habitants avaient signé la pétition.\nLes travaux de mise aux normes auraient coûté "
    "4,7 "
    "millions d'euros, selon une étude du cabinet Delmas remise en 2019. La région avait proposé de prendre "
    "en "
    "charge 40 pour cent de cette somme. Un collectif annonce une manifestation samedi devant la mairie, et "
    "la "
    "préfecture dit attendre la délibération avant de se prononcer.\n";

/// The day at an exchange: the same sentences, other figures.
std::string exchange(const std::string& points, const std::string& change, const std::string& price,
                     const std::string& other, const std::string& dollar, const std::string& barrel) {
  return "La Bourse de Paris a terminé la séance en hausse de " + change +
         "%, l'indice CAC 40 s'établissant à " + points + " points. Parmi les valeurs, Danone a gagné " +
         other + "% à " + price + " euros. L'euro s'échangeait à " + dollar + " dollar, contre 1,1" + other +
         " la veille. Le baril de Brent "
         "valait " +
         barrel + " dollars, et le taux à dix ans de la France s'établissait à " + change + "%.";
}

}  // namespace

TEST_CASE("a text that is cut, moved about or re-headed is a copy", "[resemblance]") {
  const std::string whole = signature_of(story, "Beaumont ferme sa piscine");
  const std::size_t half = story.find('\n') + 1;
  CHECK(are_copies(whole, whole));
  CHECK(are_copies(whole, signature_of(story, "La piscine des Tilleuls, c'est fini")));
  CHECK(are_copies(whole, signature_of(story.substr(half) + story.substr(0, half), "")));
  CHECK(are_copies(whole, signature_of(story.substr(0, story.size() * 17 / 20), "")));
  CHECK_FALSE(are_copies(whole, signature_of(story.substr(0, story.size() / 5), "")));
}

TEST_CASE("case and accents make no other text, nor does the language that it is taken for",
          "[resemblance]") {
  CHECK(signature_of("Le Conseil d'État a jugé, le 3 mai, que la loi était contraire au droit.") ==
        signature_of("Le Conseil d'Etat a jugé, le 3 mai, que la loi était contraire au droit."));
  CHECK(signature_of(story, "t", "fr") == signature_of(story, "t", "nl"));
}

TEST_CASE("texts from one template are no copies: their figures differ", "[resemblance]") {
  const std::string monday = signature_of(exchange("5321", "0,8", "61,2", "1,9", "1,12", "64,7"));
  const std::string tuesday = signature_of(exchange("5187", "2,4", "59,8", "3,3", "1,09", "71,3"));
  CHECK(resemblance::resemblance(monday, tuesday).text > 0.4);
  CHECK(resemblance::resemblance(monday, tuesday).numbers < 0.3);
  CHECK_FALSE(are_copies(monday, tuesday));
  CHECK(are_copies(monday, monday));
}

TEST_CASE("of a few words only an equal text is a copy", "[resemblance]") {
  CHECK(are_copies(signature_of("Plus d'informations à suivre."),
                   signature_of("Plus d'informations à suivre")));
  CHECK_FALSE(
      are_copies(signature_of("Plus d'informations à suivre."), signature_of("Plus d'images à suivre.")));
  CHECK_FALSE(are_copies(signature_of("Plus d'informations à suivre.", "Séisme au Chili"),
                         signature_of("Plus d'informations à suivre.", "Grève à la SNCF")));
}

TEST_CASE("what has no words, or another version, is no copy of anything", "[resemblance]") {
  const std::string nothing = signature_of("... !");
  CHECK(nothing == std::string(1, signature_version));
  CHECK_FALSE(has_sketch(nothing));
  CHECK_FALSE(are_copies(nothing, nothing));
  std::string other = signature_of(story);
  other[0] = static_cast<char>(signature_version + 1);
  CHECK_FALSE(are_copies(other, other));
  CHECK_FALSE(are_copies("", ""));
}

TEST_CASE("a damaged signature is read within its bounds", "[resemblance]") {
  const std::string whole = signature_of(story);
  CHECK(whole.size() <= 1 + sketch_bins + 2 * (1 + 2 * 24));
  for (std::size_t size = 0; size < whole.size(); ++size) are_copies(whole, whole.substr(0, size));
  std::string counts = whole;
  counts[1 + sketch_bins] = '\xff';
  are_copies(whole, counts);
}

TEST_CASE("copies agree in the key of a band", "[resemblance]") {
  const std::string whole = signature_of(story), cut = signature_of(story.substr(0, story.size() * 17 / 20));
  std::size_t equal = 0;
  for (std::size_t band = 0; band < signature_bands; ++band)
    equal += band_key(whole, band) == band_key(cut, band);
  CHECK(equal > 10);
  CHECK(equal < signature_bands);
}

TEST_CASE("texts of one shingle are copies where they are equal, and by no chance") {
  std::vector<std::string> signatures;
  for (int i = 0; i < 200; ++i) signatures.push_back(signature_of("Concert salle " + std::to_string(i)));
  std::size_t copies = 0;
  for (std::size_t a = 0; a < signatures.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) copies += are_copies(signatures[a], signatures[b]);
  CHECK(copies == 0);  // with one byte of one hash in every bin 71 of 19,900 were
  CHECK(are_copies(signatures[7], signature_of("concert, salle 7")));
}
