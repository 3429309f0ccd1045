// SPDX-License-Identifier: GPL-2.0-or-later
#include <map>

#include "oracle/corpora.h"

namespace oracle {

namespace {

using Words = std::vector<std::string>;

/// Inflected forms, accents with and without, compounds and their parts, connected words, numbers, names, elisions,
/// stop words, words that are stop words in one language only.
const std::map<std::string, Words>& words() {
  static const std::map<std::string, Words> all = {
      {"fr", {"le",          "la",          "les",
              "de",          "des",         "du",
              "un",          "est",         "et",
              "pour",        "dans",        "sur",
              "sûr",         "ou",          "où",
              "a",           "à",           "président",
              "présidente",  "présidents",  "République",
              "républiques", "côte",        "cote",
              "côté",        "côtes",       "élevé",
              "élevées",     "élever",      "éleva",
              "développe",   "développées", "développement",
              "l'IA",        "d'OpenAI",    "OpenAI's",
              "aujourd'hui", "Deepseek-V3", "deepseek",
              "V3",          "DeepSeekV3",  "États-Unis",
              "etats",       "unis",        "16,86",
              "10 000",      "2025",        "R&D",
              "parle",       "parlent",     "parlons",
              "marché",      "marche",      "marchés",
              "cœur",        "Nvidia",      "NVIDIA",
              "SUR",         "bourse",      "bourses",
              "naïf",        "laïcité",     "étudiant·e·s",
              "étudiantes",  "IA",          "A",
              "mais",        "or",          "car"}},
      {"nl", {"de",           "het",           "een",
              "één",          "van",           "en",
              "voor",         "vóór",          "in",
              "is",           "niet",          "dat",
              "op",           "koers",         "koersen",
              "daling",       "dalingen",      "aandeel",
              "aandelen",     "aandelenkoers", "aandelenkoersen",
              "beurs",        "beurzen",       "minister",
              "ministers",    "werkt",         "werken",
              "gewerkt",      "ging",          "gaat",
              "gegaan",       "Deepseek-V3",   "V3",
              "Nvidia",       "Nvidia's",      "zo'n",
              "'s avonds",    "e-mail",        "email",
              "ideeën",       "idee",          "coördinatie",
              "oud-minister", "oudminister",   "16,86",
              "1.000",        "2025-03-13",    "AI",
              "OpenAI",       "regering",      "regeringen",
              "Den",          "Haag",          "Den Haag",
              "hoofdstad",    "hoofdsteden",   "stad",
              "steden",       "over",          "was",
              "die",          "car",           "van de",
              "man",          "maan",          "manen"}},
      {"de", {"der",         "die",     "das",        "und",    "in",     "nicht",     "war",
              "Aktie",       "Aktien",  "Aktienkurs", "Kurs",   "Kurse",  "Börse",     "Boerse",
              "Straße",      "Strasse", "größer",     "groß",   "Haus",   "Häuser",    "Regierung",
              "Regierungen", "Nvidia",  "V3",         "OpenAI", "KI",     "KI-Modell", "Modell",
              "Modelle",     "3,5",     "sagte",      "sagen",  "gesagt", "also",      "an"}},
      {"en", {"the",       "of",         "and",
              "in",        "is",         "was",
              "for",       "a",          "an",
              "not",       "share",      "shares",
              "market",    "markets",    "marketing",
              "can't",     "O'Connor",   "U.S.",
              "US",        "us",         "AI",
              "OpenAI",    "OpenAI's",   "Nvidia",
              "V3",        "e-mail",     "state-of-the-art",
              "art",       "run",        "running",
              "runs",      "die",        "died",
              "car",       "cars",       "also",
              "1,000",     "1.5",        "résumé",
              "resume",    "well-known", "known",
              "president", "on",         "or",
              "so"}},
      {"und", {"Nvidia", "V3", "de", "koers", "market", "2025", "lorem", "ipsum", "résumé", "en"}}};
  return all;
}

std::string text(Random& random, const Words& words, unsigned length) {
  std::string made;
  for (unsigned i = 0; i < length; ++i) {
    made += random.pick(words);
    const unsigned end = random.below(20);
    made += end == 0   ? ".\n\n"
            : end == 1 ? ".\n"
            : end < 4  ? ". Nu "
            : end == 4 ? ", "
            : end == 5 ? "! "
                       : " ";
  }
  return made;
}

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::vector<nsearch::Document> random_documents(Random& random, std::size_t number) {
  const std::vector<std::string> languages = {"fr", "fr", "fr", "nl", "nl", "nl", "de", "en", "en", "und"};
  const Words sources = {"Le Monde", "De Standaard", "L’Écho", "NOS", ""};
  const Words sections = {"Économie", "economie", "Sport", "Politiek & bestuur"};
  const Words urls = {"https://www.example.org/a", "http://News.Example.com:8080/b?c=d", ""};
  std::vector<nsearch::Document> documents;
  for (std::size_t i = 0; i < number; ++i) {
    nsearch::Document document;
    document.id = "d" + std::to_string(i);
    document.language = random.pick(languages);
    Words own = words().at(document.language);
    if (random.one_in(5)) {
      const Words& other = words().at(random.pick(languages));
      own.insert(own.end(), other.begin(), other.end());
    }
    document.title = text(random, own, random.below(6));
    if (random.one_in(60)) document.title = text(random, own, 230);
    document.body = text(random, own, 3 + random.below(40));
    if (random.one_in(6)) document.body += "\n\n" + text(random, words().at(random.pick(languages)), 40);
    if (!random.one_in(6))
      document.date = std::to_string(2023 + random.below(3)) + "-" + two_digits(1 + random.below(12)) + "-" +
                      two_digits(1 + random.below(28)) + (random.one_in(3) ? "T23:30:00-02:00" : "");
    document.source = random.pick(sources);
    document.author = random.one_in(2) ? "Zoë Peeters" : "";
    document.url = random.pick(urls);
    while (random.one_in(2)) document.facets.emplace_back("section", random.pick(sections));
    if (random.one_in(3)) document.facets.emplace_back("place", "Bruxelles");
    documents.push_back(std::move(document));
  }
  return documents;
}

}  // namespace oracle
