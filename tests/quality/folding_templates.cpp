// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/folding_templates.h"

#include <array>
#include <cstdlib>
#include <map>

namespace nsearch::quality {
namespace {

using Names = std::map<std::string, std::vector<std::string>>;

const Names& names_of(const std::string& language) {
  static const std::map<std::string, Names> all{
      {"fr",
       {{"team",
         {"Nantes", "Lens", "Rennes", "Brest", "Angers", "Toulouse", "Metz", "Reims", "Lille", "Nice"}},
        {"person",
         {"Martin", "Bernard", "Petit", "Moreau", "Laurent", "Girard", "Mercier", "Faure", "Blanc"}},
        {"firm", {"Danone", "Orange", "Renault", "Michelin", "Carrefour", "Bouygues", "Legrand", "Safran"}},
        {"region", {"la Bretagne", "l'Alsace", "la Provence", "la Normandie", "le Limousin", "la Picardie"}},
        {"day", {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}}}},
      {"nl",
       {{"team", {"Heerenveen", "Utrecht", "Twente", "Groningen", "Vitesse", "Sparta", "Zwolle", "Heracles"}},
        {"person", {"De Vries", "Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Dekker"}},
        {"firm", {"Philips", "Heineken", "Randstad", "Aegon", "Signify", "Besi", "Wolters Kluwer", "Ahold"}},
        {"region", {"Limburg", "Zeeland", "Friesland", "Drenthe", "Brabant", "Gelderland", "Overijssel"}},
        {"day", {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}}}},
      {"en",
       {{"team", {"Everton", "Fulham", "Burnley", "Watford", "Norwich", "Reading", "Leeds", "Bristol City"}},
        {"person", {"Smith", "Walker", "Hughes", "Turner", "Cooper", "Bailey", "Parker", "Reid", "Marsh"}},
        {"firm", {"Vodafone", "Tesco", "Barclays", "Unilever", "Prudential", "Rio Tinto", "Diageo", "Sage"}},
        {"region", {"Cornwall", "Kent", "Norfolk", "Yorkshire", "Cumbria", "Devon", "Wales", "Lothian"}},
        {"day", {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}}}},
      {"de",
       {{"team", {"Freiburg", "Mainz", "Augsburg", "Bochum", "Bremen", "Hoffenheim", "Rostock", "Kiel"}},
        {"person", {"Müller", "Schmidt", "Weber", "Wagner", "Becker", "Hoffmann", "Koch", "Richter", "Wolf"}},
        {"firm", {"Siemens", "Bayer", "Continental", "Allianz", "Linde", "Henkel", "Merck", "Infineon"}},
        {"region", {"Sachsen", "Bayern", "Hessen", "Thüringen", "Holstein", "Franken", "Baden"}},
        {"day", {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"}}}}};
  return all.at(language);
}

std::size_t below(std::size_t number, std::mt19937& random) {
  return random() % number;
}

std::string number_between(const std::string& slot, std::mt19937& figures) {
  const std::size_t dash = slot.find('-'), comma = slot.find(',');
  const int low = std::atoi(slot.c_str()), high = std::atoi(slot.c_str() + dash + 1);
  std::string text = std::to_string(low + static_cast<int>(below(std::size_t(high - low + 1), figures)));
  if (comma != std::string::npos) text += ',' + std::to_string(below(10, figures));
  return text;
}

std::string one_of(const std::string& choices, std::mt19937& figures) {
  std::vector<std::string> all(1);
  for (const char c : choices) {
    if (c == '|')
      all.emplace_back();
    else
      all.back() += c;
  }
  return all[below(all.size(), figures)];
}

}  // namespace

const std::vector<NewsTemplate>& news_templates() {
  static const std::vector<NewsTemplate> all{
      {"weather fr", "fr", "La météo de {day}",
       "Le temps sera [nuageux|ensoleillé|couvert|variable] ce {day} sur {region}, avec [quelques averses|de "
       "rares éclaircies|des brouillards matinaux|un ciel voilé] en cours de journée. Les températures "
       "minimales "
       "seront comprises entre {1-9} et {10-14} degrés, les maximales atteindront {15-24} degrés sur "
       "{region} et "
       "{16-27} degrés sur {region}. Le vent [faible|modéré|assez fort] soufflera de secteur "
       "[ouest|nord|sud|est], "
       "avec des rafales de {30-90} kilomètres par heure sur le littoral.\nLe soleil se lèvera à {6-8} "
       "heures "
       "{10-59} et se couchera à {17-21} heures {10-59}. L'indice de confiance de cette prévision est de "
       "{2-5} sur "
       "5. Pour {day}, le risque de précipitations est évalué à {5-95} pour cent sur {region}."},
      {"match fr", "fr", "Ligue 1: {team} - {team} {0-4}-{0-4}",
       "{team} a [battu|dominé|surpris] {team} {1-5}-{0-3} {day} soir lors de la {2-38}e journée du "
       "championnat de "
       "France. {person} a ouvert la marque à la {1-30}e minute, avant que {person} ne double la mise peu "
       "après la "
       "pause ({46-89}e). {person} avait entre-temps [manqué un penalty|touché le poteau|été averti] à la "
       "{31-45}e "
       "minute.\nAu classement, {team} occupe la {1-10}e place avec {20-70} points, tandis que {team} reste "
       "{11-20}e avec {10-30} points. Le match s'est joué devant {10000-60000} spectateurs. Lors de la "
       "prochaine "
       "journée, {team} recevra {team}, et {team} se rendra à {team}."},
      {"exchange fr", "fr", "La Bourse de Paris termine [en hausse|en baisse] de {0-3,1}%",
       "La Bourse de Paris a terminé la séance de {day} [en hausse|en baisse|en repli|en progression] de "
       "{0-3,1}%, "
       "l'indice CAC 40 s'établissant à {4000-8000} points. Le volume d'échanges s'est élevé à {2-5,1} "
       "milliards "
       "d'euros. Parmi les valeurs, {firm} a [gagné|perdu|cédé|pris] {0-6,1}% à {10-200,1} euros, {firm} "
       "[gagnant|perdant|cédant] {0-6,1}% à {10-200,1} euros.\n{firm} a [progressé|reculé] de {0-6,1}% après "
       "la "
       "publication de ses résultats. L'euro s'échangeait à 1,{10-30} dollar, contre 1,{10-30} la veille. Le "
       "baril "
       "de Brent valait {50-110,1} dollars et le taux à dix ans de la France s'établissait à {1-4,1}%."},
      {"weather nl", "nl", "Het weer voor {day}",
       "Het is vandaag [bewolkt|zonnig|wisselvallig|grijs] in {region}, met [enkele buien|af en toe zon|veel "
       "mist|lichte regen] in de loop van de dag. De minimumtemperatuur ligt tussen {1-8} en {9-12} graden, "
       "de "
       "maxima lopen op van {13-17} graden in {region} tot {18-27} graden in {region}. De wind is "
       "[zwak|matig|krachtig] en komt uit het [westen|noorden|zuiden|oosten], met windstoten tot {30-90} "
       "kilometer "
       "per uur.\nDe zon komt op om {6-8}.{10-59} uur en gaat onder om {17-21}.{10-59} uur. De kans op "
       "neerslag is "
       "{5-95} procent. {day} wordt het in {region} {12-25} graden bij een [zwakke|matige|vrij krachtige] "
       "wind."},
      {"match nl", "nl", "{team} - {team} {0-4}-{0-4}",
       "{team} heeft {day} in de eredivisie met {1-5}-{0-3} gewonnen van {team}. {person} opende na {2-30} "
       "minuten "
       "de score, waarna {person} kort na rust in de {46-89}e minuut de voorsprong verdubbelde. {person} "
       "[miste "
       "een strafschop|raakte de paal|kreeg geel] in de {31-45}e minuut.\nOp de ranglijst staat {team} nu op "
       "plaats "
       "{1-9} met {20-70} punten uit {10-34} wedstrijden, terwijl {team} met {10-25} punten op plaats "
       "{10-18} "
       "blijft. Er waren {8000-50000} toeschouwers. In de volgende speelronde speelt {team} thuis tegen "
       "{team} en "
       "gaat {team} op bezoek bij {team}."},
      {"exchange nl", "nl", "AEX sluit {0-3,1} procent [hoger|lager]",
       "De Amsterdamse beurs is {day} [hoger|lager] gesloten. De AEX-index eindigde {0-3,1} procent "
       "[hoger|lager] "
       "op {400-950,1} punten. De grootste [stijger|daler] onder de hoofdfondsen was {firm} met een "
       "[winst|verlies] "
       "van {1-7,1} procent op {10-200,1} euro, gevolgd door {firm} met {1-5,1} procent.\n{firm} "
       "[won|verloor] "
       "{0-4,1} procent na cijfers over het kwartaal. Elders in Europa [wonnen|verloren] de beurzen van "
       "Londen, "
       "Parijs en Frankfurt tot {0-2,1} procent. De euro noteerde 1,{10-30} dollar. Een vat Brentolie kostte "
       "{50-110,1} dollar."},
      {"weather en", "en", "Weather for {day}",
       "It will be [cloudy|sunny|unsettled|bright] over {region} on {day}, with [scattered showers|sunny "
       "spells|patchy fog|light rain] during the day. Minimum temperatures will lie between {1-8} and {9-12} "
       "degrees, and maximum temperatures will reach {13-18} degrees in {region} and {17-27} degrees in "
       "{region}. "
       "Winds will be [light|moderate|fresh] from the [west|north|south|east], gusting to {20-70} miles an "
       "hour "
       "along the coast.\nSunrise is at {5-8}:{10-59} and sunset at {16-21}:{10-59}. The chance of rain is "
       "{5-95} "
       "per cent. On {day}, {region} will see highs of {12-25} degrees and a [light|moderate|fresh] breeze."},
      {"match en", "en", "{team} {0-4}-{0-4} {team}",
       "{team} beat {team} {1-5}-{0-3} on {day} in the league. {person} opened the scoring after {2-30} "
       "minutes "
       "and {person} added the second shortly after the break in the {46-89}th minute. {person} [missed a "
       "penalty|hit the post|was booked] in the {31-45}th minute.\nIn the table {team} are now in place "
       "{1-9} with "
       "{20-70} points from {10-40} matches, while {team} remain in place {10-20} with {10-25} points. The "
       "attendance was {8000-50000}. Next week {team} play at home against {team}, and {team} travel to "
       "{team}."},
      {"votes en", "en", "Council election: {region}",
       "The count in {region} was declared in the early hours of {day}. {person} was elected with "
       "{1000-9000} votes, "
       "a majority of {10-900} over {person}, who received {1000-8000} votes. {person} came third with "
       "{100-900} votes. The turnout was {25-70,1} per cent, [up|down] from {25-70,1} per cent at the last "
       "election, and {10-200} ballot papers were rejected.\nThe result means that the council now has "
       "{10-30} "
       "members of the first group and {5-20} of the second. The returning officer thanked all those who had "
       "worked through the night. The next count, in {region}, is expected at {1-9}:{10-59}."},
      {"weather de", "de", "Das Wetter am {day}",
       "Am {day} ist es in {region} [bewölkt|sonnig|wechselhaft|trüb], im Tagesverlauf gibt es [einzelne "
       "Schauer|sonnige Abschnitte|dichten Nebel|leichten Regen]. Die Tiefstwerte liegen zwischen {1-8} und "
       "{9-12} "
       "Grad, die Höchstwerte erreichen {13-17} Grad in {region} und {18-27} Grad in {region}. Der Wind weht "
       "[schwach|mäßig|frisch] aus [West|Nord|Süd|Ost], mit Böen bis {30-90} Kilometer pro Stunde.\nDie "
       "Sonne geht "
       "um {5-8}.{10-59} Uhr auf und um {16-21}.{10-59} Uhr unter. Die Regenwahrscheinlichkeit liegt bei "
       "{5-95} "
       "Prozent. Am {day} werden in {region} {12-25} Grad erwartet."},
      {"exchange de", "de", "Dax schließt {0-3,1} Prozent [höher|tiefer]",
       "Der deutsche Aktienmarkt hat am {day} [im Plus|im Minus|fester|schwächer] geschlossen. Der Leitindex "
       "verzeichnete ein [Plus|Minus] von {0-3,1} Prozent auf {9000-19000} Punkte. Größter "
       "[Gewinner|Verlierer] "
       "war {firm} mit {1-7,1} Prozent auf {10-200,1} Euro, gefolgt von {firm} mit {1-5,1} Prozent.\nDie "
       "Aktie von "
       "{firm} [stieg|fiel] nach Quartalszahlen um {0-4,1} Prozent. Der Euro kostete 1,{10-30} Dollar. Am "
       "Rentenmarkt lag die Rendite der zehnjährigen Bundesanleihe bei {1-4,1} Prozent. Ein Barrel Öl der "
       "Sorte "
       "Brent kostete {50-110,1} Dollar."}};
  return all;
}

std::string filled(const std::string& text, const std::string& language, std::mt19937& names,
                   std::mt19937& figures) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '{' && text[at] != '[') {
      out += text[at];
      continue;
    }
    const std::size_t end = text.find(text[at] == '{' ? '}' : ']', at);
    const std::string slot = text.substr(at + 1, end - at - 1);
    if (text[at] == '[') {
      out += one_of(slot, figures);
    } else if (slot[0] >= '0' && slot[0] <= '9') {
      out += number_between(slot, figures);
    } else {
      const std::vector<std::string>& list = names_of(language).at(slot);
      out += list[below(list.size(), slot == "day" ? figures : names)];
    }
    at = end;
  }
  return out;
}

}  // namespace nsearch::quality
