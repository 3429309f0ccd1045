// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/folding_templates.h"

namespace nsearch::quality {

const std::vector<NewsTemplate>& fresh_templates() {
  static const std::vector<NewsTemplate> all{
      {"roads fr", "fr", "Info trafic de {day}",
       "Bison Futé voit [orange|rouge|vert] ce {day} dans le sens des [départs|retours] sur {region}. À "
       "{6-11} "
       "heures {10-59}, on comptait {80-700} kilomètres de bouchons cumulés sur le réseau, contre {80-700} "
       "le "
       "{day} précédent. Il fallait {2-6} heures {10-59} pour rallier {region} depuis la capitale, soit "
       "{20-90} "
       "minutes de plus qu'en temps normal.\nLa préfecture recommande d'éviter l'autoroute entre {6-9} "
       "heures et "
       "{12-18} heures et de franchir les péages avant {5-8} heures. Un accident [matériel|sans "
       "gravité|impliquant "
       "un poids lourd] a fermé une voie pendant {20-90} minutes. La situation devait redevenir normale sur "
       "{region} vers {18-23} heures."},
      {"quake fr", "fr", "Séisme de magnitude {2-6,1}",
       "Un séisme de magnitude {2-6,1} a été ressenti {day} à {1-23} heures {10-59} dans {region}, selon le "
       "réseau "
       "national de surveillance sismique. L'épicentre se situait à {3-60} kilomètres au "
       "[nord|sud|ouest|est] de "
       "{team}, à une profondeur de {2-30} kilomètres. [Aucun dégât n'a été signalé|Quelques cheminées sont "
       "tombées|Des objets ont été renversés] et les pompiers ont reçu {10-400} appels.\n{person}, "
       "sismologue, a "
       "rappelé que {region} enregistre {5-60} secousses de ce genre par an. La dernière, de magnitude "
       "{2-5,1}, "
       "remonte à {2-20} ans. Une réplique de magnitude {1-3,1} a suivi {10-59} minutes plus tard."},
      {"draw nl", "nl", "Uitslag van de trekking van {day}",
       "Bij de trekking van {day} is de hoofdprijs van {1-30,1} miljoen euro [gevallen in|niet gevallen, zo "
       "meldt "
       "de notaris uit] {region}. De winnende getallen zijn {1-9}, {10-15}, {16-22}, {23-30}, {31-38} en "
       "{39-45}, "
       "het reservegetal is {1-45} en de kleur is [rood|blauw|groen|geel]. In totaal vielen er {100-900} "
       "duizend "
       "prijzen.\nDe tweede prijs van {10-250} duizend euro ging naar {2-9} spelers uit {region} en "
       "{region}. Wie "
       "{3-5} getallen goed had, krijgt {5-90} euro. De pot voor de trekking van {day} bedraagt {2-35,1} "
       "miljoen "
       "euro. De inleg sluit om {17-19}.{10-59} uur."},
      {"court nl", "nl", "Straf geëist tegen {person}",
       "Het Openbaar Ministerie heeft {day} een gevangenisstraf van {12-96} maanden geëist tegen {person} "
       "({19-70}) uit {region} wegens [diefstal|oplichting|witwassen|brandstichting]. Volgens de officier "
       "van "
       "justitie verdween daarbij {10-900} duizend euro. De verdachte [ontkent|zweeg|bekende gedeeltelijk] "
       "tijdens de zitting, die {2-9} uur duurde.\nAdvocaat {person} vroeg om vrijspraak, omdat het dossier "
       "van "
       "{200-4000} pagina's [onvolledig|te laat verstrekt|tegenstrijdig] zou zijn. Een medeverdachte uit "
       "{region} "
       "hoorde {6-48} maanden eisen. De rechtbank in {team} doet over {2-6} weken uitspraak."},
      {"rates en", "en", "{firm} reports {day} results",
       "{firm} said on {day} that pre-tax profit for the quarter [rose|fell|slipped|climbed] to {50-900} "
       "million "
       "pounds from {50-900} million a year earlier. Revenue was {1-9,1} billion pounds, [above|below|in "
       "line with] "
       "the {1-9,1} billion that analysts had forecast. The board will pay a dividend of {2-30,1} pence a "
       "share.\n"
       "Chief executive {person} said trading in {region} had been [encouraging|challenging|mixed] and that "
       "the "
       "group would [open|close] {5-60} sites by the end of the year. Finance director {person} put the cost "
       "at "
       "{10-90} million pounds. The shares [gained|lost] {1-9,1} per cent to {90-900} pence by "
       "{8-11}:{10-59}."},
      {"roads en", "en", "Traffic and travel for {day}",
       "Drivers in {region} face delays of up to {10-90} minutes on {day} after [a collision|a burst water "
       "main|a "
       "lorry fire] closed {1-3} lanes at {5-9}:{10-59}. Queues stretched back {2-15} miles towards {team}, "
       "police "
       "said, and {10-90} officers were directing traffic. The lanes are expected to reopen by "
       "{10-19}:{10-59}.\n"
       "On the railways, {5-60} services between {team} and {team} were [cancelled|diverted|delayed] because "
       "of "
       "signalling work that will last {2-14} days. Replacement buses leave every {10-45} minutes. A "
       "spokesman, "
       "{person}, advised passengers in {region} to allow an extra {15-60} minutes."},
      {"police de", "de", "Polizeibericht vom {day}",
       "Bei einem Unfall in {region} sind am {day} {2-9} Menschen [leicht|schwer] verletzt worden. Ein "
       "{18-80} Jahre "
       "alter Fahrer war gegen {1-9}.{10-59} Uhr mit Tempo {70-190} [von der Fahrbahn abgekommen|auf einen "
       "Lastwagen "
       "aufgefahren|in den Gegenverkehr geraten]. Der Schaden beläuft sich auf {5-95} tausend Euro, die "
       "Straße war "
       "{2-6} Stunden gesperrt.\nIn {team} stahlen Unbekannte in der Nacht zum {day} Werkzeug im Wert von "
       "{2-60} "
       "tausend Euro. Sprecher {person} bittet Zeugen, sich bis {day} zu melden. Ein {18-60}-jähriger Mann "
       "aus "
       "{region} wurde mit {1-3,1} Promille angehalten."},
      {"polls de", "de", "Umfrage: {21-39} Prozent für die Regierung",
       "Wenn am {day} in {region} gewählt würde, käme die stärkste Kraft auf {25-39,1} Prozent, die zweite "
       "auf "
       "{15-24,1} Prozent. Das ergab eine Befragung von {1000-3000} Wahlberechtigten. Gegenüber der Vorwoche "
       "[gewann|verlor] die Regierung {0-3,1} Punkte. {person} würden {20-60} Prozent direkt wählen, "
       "{person} "
       "{15-45} Prozent.\nMit der Arbeit von {person} sind {20-70} Prozent [zufrieden|unzufrieden]. {5-30} "
       "Prozent "
       "der Befragten sind noch unentschlossen. Die Fehlertoleranz liegt bei {1-3,1} Punkten. Die nächste "
       "Umfrage "
       "für {region} erscheint am {day}."}};
  return all;
}

}  // namespace nsearch::quality
