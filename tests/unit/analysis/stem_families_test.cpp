// SPDX-License-Identifier: GPL-2.0-or-later
//
// Families of forms that are one word to who searches, and pairs of look-alikes that are not.
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/word_list.h"
#include "nsearch/analyzer.h"

namespace nsearch {
namespace {

class Stems {
 public:
  explicit Stems(std::string_view language) : analyzer_(language) {}

  std::string of(std::string_view word) {
    analyzer_.analyze(word, text_);
    REQUIRE_FALSE(text_.tokens().empty());
    return std::string(text_.tokens().front().stem);
  }

 private:
  Analyzer analyzer_;
  AnalyzedText text_;
};

void check_families(std::string_view language, std::string_view families) {
  Stems stems(language);
  analysis::for_each_line(families, [&](std::string_view family) {
    std::set<std::string> found;
    analysis::for_each_word(family, [&](std::string_view word) { found.insert(stems.of(word)); });
    INFO(family << " -> " << *found.begin() << " ... " << *found.rbegin());
    CHECK(found.size() == 1);
  });
}

void check_apart(std::string_view language, std::string_view pairs) {
  Stems stems(language);
  analysis::for_each_line(pairs, [&](std::string_view pair) {
    std::multiset<std::string> found;
    analysis::for_each_word(pair, [&](std::string_view word) { found.insert(stems.of(word)); });
    INFO(pair << " -> " << *found.begin());
    CHECK(found.size() == 2);
    CHECK(*found.begin() != *found.rbegin());
  });
}

TEST_CASE("Dutch forms of a word share a stem", "[stems]") {
  check_families("nl", R"(
werken werk werkt werkte werkten gewerkt werkend werkende
maken maak maakt maakte maakten gemaakt gemaakte
bouwen bouw bouwt bouwde bouwden gebouwd gebouwde
opbouwen opbouwt opbouwde opgebouwd opgebouwde
aankondigen aankondigde aankondigden aangekondigd aangekondigde
uitschakelen uitschakelde uitgeschakeld
spelen speelt speelde speelden gespeeld
horen hoort hoorde gehoord
leren leert leerde geleerd
betalen betaal betaalt betaalde betaalden betaald
verklaren verklaart verklaarde verklaard
ontdekken ontdekt ontdekte ontdekten
herkennen herkent herkende herkend
gebruiken gebruik gebruikt gebruikte gebruikten
gebeuren gebeurt gebeurde gebeurd
studeren studeert studeerde gestudeerd
organiseren organiseert organiseerde georganiseerd
wandelen wandelt wandelde gewandeld
luisteren luistert luisterde geluisterd
veranderen verandert veranderde veranderd
tekenen tekent tekende tekenden getekend getekende
openen opent opende geopend
draaien draait draaide gedraaid
gooien gooit gooide gegooid
reizen reist reisde gereisd reis
leven leeft leefde geleefd
praten praat praatte gepraat
zetten zet zette gezet
landen land landde geland
antwoorden antwoord antwoordde geantwoord
leiden leidt leidde leidden geleid
uitbreiden uitbreidt uitgebreid
schrijven schrijf schrijft schreef schreven geschreven
beschrijven beschrijft beschreef beschreven
lopen loop loopt liep liepen gelopen
gaan ga gaat ging gingen gegaan
ondergaan onderging ondergingen
zien zie ziet zag zagen gezien
voorzien voorziet voorzag
komen kom komt kwam kwamen gekomen
aankomen aankomt aankwam aangekomen
vinden vindt vond vonden gevonden
bevinden bevindt bevond bevonden
denken denkt dacht dachten
bieden biedt bood boden geboden
aanbieden aanbood aangeboden
ontvangen ontvangt ontving ontvingen
beginnen begint begon begonnen
kiezen kiest koos kozen gekozen
verliezen verliest verloor verloren
stijgen stijgt steeg stegen gestegen
overlijden overleed overleden
hebben heb heeft had hadden gehad
huis huizen huisje huisjes
brief brieven briefje
boom bomen boompje boompjes
man mannen mannetje
maan manen
stad steden
hoofdstad hoofdsteden
kind kinderen kindje
kleinkind kleinkinderen
lid leden
schip schepen
dag dagen
verjaardag verjaardagen
museum musea
politicus politici
mogelijkheid mogelijkheden
regering regeringen
gemeente gemeenten gemeentes
ziekte ziekten ziektes
waarde waarden
markt markten
woord woorden
wachtwoord wachtwoorden
gezicht gezichten
gebouw gebouwen
bedrijf bedrijven bedrijfje
tafel tafels tafeltje
jongen jongens jongetje
computer computers
teken tekens
knie knieën
zee zeeën
bacterie bacteriën
idee ideeën
patiënt patiënten
verhaal verhalen
persoon personen
bal ballen balletje
koning koningen koninkje
straat straten straatje
auto auto's autootje
groot grote groter grotere grootst grootste
klein kleine kleiner kleinst kleinste
duur dure duurder duurste
hoog hoge hoger hoogste
wit witte witter witst
belangrijk belangrijke belangrijker belangrijkste
lief lieve liever liefste
nieuw nieuwe nieuwer nieuwste
langzaam langzame langzamer langzaamst
aandeel aandelen
huis huizen
foto foto's
stad steden
kerk kerken
dienst diensten
broer broers
robot robots
ticket tickets
vaccin vaccins
weekend weekends
werkgever werkgevers
schrijver schrijvers
aanslag aanslagen
gewonde gewonden
afspraak afspraken
vlaams vlaamse
brussels brusselse
engels engelse
belgisch belgische
staken staakt staakte gestaakt
beslissen beslist besliste
)");
}

TEST_CASE("Dutch look-alikes stay apart", "[stems]") {
  check_apart("nl", R"(
maan man
manen mannen
boom bom
zaak zak
gebouw bouw
gezicht zicht
gevaar vaar
gezin zin
gemeente gemeen
geluid luid
gebied bied
gewicht wicht
lichtgewicht licht
gegevens geven
markt mark
kracht krach
punt pun
tent ten
land lan
woord woor
hand han
vriend vrien
dienst dien
winst win
feest fee
kunst kun
herfst herf
warmte warm
hoogte hoog
ziekte ziek
ruimte ruim
week wijken
school schuilen
zon zinnen
negen nijgen
mens men
fiets fiet
prijs prij
kans kan
avond avon
duizend duiz
keuken kook
leven lever
president presideer
student studeren
vrijheid vrij
werker werken
overheid over
microsoft microsof
chatgpt chat
openai open
)");
}

TEST_CASE("French forms of a word share a stem", "[stems]") {
  check_families("fr", R"(
être suis est sommes êtes sont étais était étaient sera serait soit furent été
avoir ai as avons avez ont avait avaient aura aurait eu eue
aller vais va vont allons irai ira iront allait allé allée
faire fais fait faisons faites font faisait fera feront fasse firent faite
refaire refait refont refera
satisfaire satisfait satisfont
dire dit disent disait dira dirent
interdire interdit interdisent interdite
voir vois voit voient voyait verra vue vus
prévoir prévoit prévoient prévu prévue
pouvoir peux peut peuvent pouvait pourra pourrait puisse
vouloir veux veut veulent voulait voudra voulu
savoir sais sait savent saura su
devoir dois doit doivent devait devra
croire croit croient croyait cru
recevoir reçois reçoit reçoivent recevait reçu reçue reçues
apercevoir aperçoit aperçu
venir viens vient viennent venait viendra venu venue vint
devenir devient deviennent devenu devenue
intervenir intervient interviennent interviendra
tenir tient tiennent tenait tiendra tenu
obtenir obtient obtiennent obtenu obtenue
maintenir maintient maintiendra maintenu
prendre prend prennent prenait prendra pris prise
apprendre apprend apprennent appris apprise
comprendre comprend comprennent compris
mettre met mettent mettait mettra mise
permettre permet permettent permis permise
soumettre soumet soumettent soumis
vendre vend vends vendent vendait vendra vendu vendue
attendre attend attendent attendait attendu attendra
répondre répond répondent répondu répondra
perdre perd perdent perdait perdu perdue
craindre craint craignent craignait
peindre peint peignent peinte
atteindre atteint atteignent atteinte atteindra
rejoindre rejoint rejoignent rejointe
conduire conduit conduisent conduisait conduira
construire construit construisent construite construites
produire produit produisent produira
connaître connaît connaissent connaissait connu connue
disparaître disparaît disparaissent disparu disparue
naître naît naissent né née nées
écrire écrit écrivent écrivait écrite
décrire décrit décrivent décrite
inscrire inscrit inscrivent inscrite
élire élisent élu élue élus
battre bat battent battu battue
combattre combat combattent combattu
suivre suit suivent suivait suivi
poursuivre poursuit poursuivent poursuivi poursuivra
vivre vit vivent vivait vécu
survivre survit survivent survécu
rire rit rient riait
ouvrir ouvre ouvrent ouvert ouverte ouvrira
découvrir découvre découvrent découvert
offrir offre offrent offert offerte
souffrir souffre souffrent souffert
partir part partent partait partira
sortir sortent sortait sortie
servir sert servent servait
dormir dort dorment dormait
courir courent courait
mourir meurt meurent mourra morte
acquérir acquiert acquièrent acquis acquise
convaincre convainc convainquent convaincu
résoudre résout résolvent résolu
envoyer envoie envoient enverra envoyé
parler parle parles parlons parlez parlent parlait parlé
manger mange mangeons mangent mangeait mangé
commencer commence commençons commencent commençait
demander demandent demandait demandons
aimer aime aiment aimait
consommer consomme consomment
journal journaux
travail travaux
cheval chevaux
œil yeux
jeu jeux
cheveu cheveux
eau eaux
beau bel belle beaux belles
nouveau nouvel nouvelle nouveaux nouvelles
vieux vieil vieille vieilles
blanc blanche blancs blanches
public publique publics publiques
long longue longues
heureux heureuse heureuses
actif active actifs actives
premier première premières
étranger étrangère étrangers étrangères
directeur directrice directeurs directrices
acteur actrice actrices
chanteur chanteuse chanteuses
national nationale nationaux nationales
ami amis amie amies
radio radios
vélo vélos
numéro numéros
photo photos
euro euros
tissu tissus
individu individus
tournoi tournois
emploi emplois
essai essais
quai quais
trou trous
crédit crédits
déficit déficits
conflit conflits
circuit circuits
portrait portraits
hiver hivers
rocher rochers
dossier dossiers
plaisir plaisirs
souvenir souvenirs
avion avions
opinion opinions
union unions
passion passions
commission commissions
rébellion rébellions
but buts
petit petits petite petites
français française françaises
japonais japonaise japonaises
inconnu inconnus inconnue inconnues
chômeur chômeurs chômeuse chômeuses
attentat attentats
finir finis finit finissons
étranger étrangers étrangère étrangères
parler parlions
visiter visitez
)");
}

TEST_CASE("French look-alikes stay apart", "[stems]") {
  check_apart("fr", R"(
président présider
agent agiter
argent arguer
moment monter
maison maiser
maisons mais
saison saisir
raison rayer
garçon garçonnet
leçon lecture
poisson poisser
boisson boire
bois boire
lit lire
parent parer
talent taler
vent vendre
dent danser
aliment aliéner
ciment cime
document douter
fonds fondre
port portail
cours courtois
tente tenir
venin venir
mètre mettre
prince prendre
dire direct
voile voir
voix voir
loi lire
roi rire
être étrave
faim faire
sel seul
pain peindre
main maintenir
pomme pompe
cicatrice cicatriser
matrice mater
openai open
openai ouvrir
nvidia nvidier
paris pari
fois foi
mois moi
but boire
avion avoir
attentat attentif
)");
}

}  // namespace
}  // namespace nsearch
