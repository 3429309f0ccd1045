// SPDX-License-Identifier: GPL-2.0-or-later
#include <nsearch/language.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "paths.h"

using nsearch::detect_language;
using nsearch::LanguageGuess;

namespace {

struct Sample {
  std::string language;
  std::string text;
};

const std::vector<Sample>& sentences() {
  static const std::vector<Sample> kAll = {
      {"fr",
       "Le gouvernement a présenté mardi un projet de loi sur les retraites, que les syndicats refusent."},
      {"nl", "De regering heeft gisteren een wetsvoorstel ingediend waar de vakbonden zich tegen verzetten."},
      {"en", "The government has put forward a bill on pensions which the unions say they will fight."},
      {"de", "Die Regierung hat gestern einen Gesetzentwurf vorgelegt, den die Gewerkschaften ablehnen."},
      {"es", "El gobierno presentó ayer un proyecto de ley sobre las pensiones que los sindicatos rechazan."},
      {"it", "Il governo ha presentato ieri una legge sulle pensioni che i sindacati non vogliono."},
      {"pt", "O governo apresentou ontem uma lei sobre as pensões que os sindicatos não querem aceitar."},
      {"af", "Die regering het gister 'n wetsontwerp ingedien waarteen die vakbonde hulle verset."},
      {"ca", "El govern va presentar ahir una llei sobre les pensions que els sindicats no volen acceptar."},
      {"lb",
       "D'Regierung huet gëschter e Gesetz iwwer d'Pensioune virgestallt, dat d'Gewerkschaften net wëllen."},
      {"sv", "Regeringen lade i går fram ett förslag om pensioner som facket inte vill godta."},
      {"fi", "Hallitus esitti eilen eläkkeistä lain, jota ammattiliitot eivät halua hyväksyä."},
      {"pl",
       "Rząd przedstawił wczoraj projekt ustawy o emeryturach, którego związki zawodowe nie chcą przyjąć."},
      {"ru", "Правительство вчера представило законопроект о пенсиях, который профсоюзы не хотят принять."},
      {"el", "Η κυβέρνηση παρουσίασε χθες ένα νομοσχέδιο για τις συντάξεις που τα συνδικάτα δεν θέλουν."},
      {"ja", "政府は昨日、労働組合が受け入れたくない年金に関する法案を提出しました。"}};
  return kAll;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool same(const LanguageGuess& a, const LanguageGuess& b) {
  return a.language == b.language && a.confidence == b.confidence && a.reliable == b.reliable &&
         a.reason == b.reason;
}

}  // namespace

TEST_CASE("a sentence's language is found and relied upon", "[detection]") {
  for (const Sample& sample : sentences()) {
    const LanguageGuess guess = detect_language(sample.text);
    INFO(sample.text << " -> " << guess.reason);
    CHECK(guess.language == sample.language);
    CHECK(guess.reliable);
    CHECK(guess.confidence >= 0.5);
    CHECK(guess.confidence <= 1);
    CHECK_FALSE(guess.reason.empty());
  }
}

TEST_CASE("headlines that CLD2 alone takes for another language", "[detection]") {
  CHECK(detect_language("Grote daling van de koers van Nvidia").language == "nl");
  CHECK(detect_language("On se bat au corps à corps").language == "fr");
}

TEST_CASE("the seed articles", "[detection]") {
  const std::filesystem::path folder = std::filesystem::path(NSEARCH_SHARED_DATA) / "data/seed-articles";
  if (!std::filesystem::exists(folder)) {
    WARN("skipped: " << folder << " is not here");
    return;
  }
  int articles = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const LanguageGuess guess = detect_language(read_file(entry.path()));
    INFO(entry.path());
    CHECK(guess.language == entry.path().filename().string().substr(0, 2));
    CHECK(guess.reliable);
    ++articles;
  }
  CHECK(articles > 0);
}

TEST_CASE("what is too short or says nothing is not relied upon", "[detection]") {
  for (const std::string text :
       {"Nvidia", "Emmanuel Macron", "OpenAI", "chat", "information", "a", "Paris - Amsterdam"}) {
    const LanguageGuess guess = detect_language(text);
    INFO(text << " -> " << guess.language << ": " << guess.reason);
    CHECK_FALSE(guess.reliable);
    CHECK(guess.confidence < 0.5);
  }
}

TEST_CASE("without letters there is no language", "[detection]") {
  for (const std::string text :
       {"", " \n\t", "16,86 %", "2025-03-13 12:00 +32 2 123", "!!! ... ???", "12ab3"}) {
    const LanguageGuess guess = detect_language(text);
    INFO("'" << text << "'");
    CHECK(guess.language == "und");
    CHECK_FALSE(guess.reliable);
    CHECK(guess.confidence == 0);
  }
}

TEST_CASE("Luxembourgish is not taken for a neighbour", "[detection]") {
  for (const std::string text :
       {"Déi nei Aarbechtszäiten um Bau, dat ass wat d'Gewerkschafte wëllen",
        "De Premierminister huet gesot, datt hien net wéilt zeréckginn.",
        "Zwee Doudeger bei engem Accident op der A4", "Wéi ass d'Wieder muer zu Lëtzebuerg?"}) {
    const LanguageGuess guess = detect_language(text);
    INFO(text << " -> " << guess.reason);
    CHECK(guess.language == "lb");
    const LanguageGuess limited = detect_language(text, {{"fr", "de", "nl", "en"}});
    CHECK(limited.language != "lb");
    CHECK_FALSE(limited.reliable);
  }
}

TEST_CASE("candidates limit the answer", "[detection]") {
  const std::string dutch = sentences()[1].text;
  CHECK(detect_language(dutch, {{"nl", "fr"}}).reliable);
  const LanguageGuess guess = detect_language(dutch, {{"fr", "de"}});
  CHECK((guess.language == "fr" || guess.language == "de"));
  CHECK_FALSE(guess.reliable);
  CHECK(guess.reason.find("nl") != std::string::npos);
  const LanguageGuess greek = detect_language(sentences()[14].text, {{"fr", "de"}});
  CHECK(greek.language == "und");
  CHECK_FALSE(greek.reliable);
}

TEST_CASE("close languages that CLD2 confuses are reliable only as candidates", "[detection]") {
  const std::string text =
      "Vlada je jučer u Hrvatskom saboru predložila zakon o mirovinama koji sindikati ne žele prihvatiti. "
      "Premijer kaže "
      "da će se o tome još razgovarati, ali da nema vremena jer europska pravila vrijede već sljedeće "
      "godine.";
  CHECK_FALSE(detect_language(text).reliable);
  const LanguageGuess limited = detect_language(text, {{"hr", "nl"}});
  CHECK(limited.language == "hr");
  CHECK(limited.reliable);
}

TEST_CASE("decomposed accents and odd apostrophes change nothing", "[detection]") {
  const std::string composed = "L’été où l’on a déjà tout oublié, c’est aujourd’hui.";
  const std::string decomposed =
      "L'e\xCC\x81te\xCC\x81 ou\xCC\x80 l'on a de\xCC\x81ja\xCC\x80 tout oublie\xCC\x81, c\xC2\xB4"
      "est aujourd\xC2\x92hui.";
  CHECK(detect_language(composed).language == "fr");
  CHECK(detect_language(decomposed).language == "fr");
  CHECK(detect_language(composed).reliable);
  CHECK(detect_language(decomposed).reliable);
}

TEST_CASE("malformed UTF-8 and controls are survived", "[detection]") {
  const std::string dutch = sentences()[1].text;
  CHECK(detect_language(dutch + "\xC3").language == "nl");
  CHECK(detect_language("\xFF\xFE" + dutch).language == "nl");
  CHECK(detect_language(dutch + '\x01' + std::string(1, '\0') + dutch).language == "nl");
  std::string broken = dutch;
  for (std::size_t i = 0; i < broken.size(); i += 17) broken[i] = static_cast<char>(0x80 + i % 0x7F);
  CHECK_NOTHROW(detect_language(broken));
  for (int first = 0x80; first < 0x100; ++first)
    CHECK_NOTHROW(detect_language(std::string(200, static_cast<char>(first)) + "de"));
}

TEST_CASE("a very long word and a very long text", "[detection]") {
  CHECK_NOTHROW(detect_language(std::string(1 << 20, 'e')));
  std::string text;
  while (text.size() < (1 << 20)) text += sentences()[0].text + " ";
  CHECK(detect_language(text).language == "fr");
}

TEST_CASE("two threads get the same answers", "[detection]") {
  std::vector<LanguageGuess> expected;
  for (const Sample& sample : sentences()) expected.push_back(detect_language(sample.text));
  std::atomic<int> different = 0;
  const auto work = [&] {
    for (int round = 0; round < 50; ++round)
      for (std::size_t i = 0; i < expected.size(); ++i)
        different += same(detect_language(sentences()[i].text), expected[i]) ? 0 : 1;
  };
  std::thread other(work);
  work();
  other.join();
  CHECK(different == 0);
}
