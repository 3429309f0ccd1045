// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/word_expansion.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "nsearch/language.h"
#include "storage/index_schema.h"

using namespace nsearch;
using searcher::WordExpansion;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t words_a_language = 12000;

/// Some of the words of a file, from all over it.
std::vector<std::string> some_words(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> words;
  for (std::string line; std::getline(in, line);) words.push_back(line);
  const std::size_t step = words.size() / words_a_language + 1;
  std::vector<std::string> some;
  for (std::size_t i = 0; i < words.size(); i += step) some.push_back(std::move(words[i]));
  return some;
}

/// An index of one document that holds these words; returns what each is in `analyzer`'s language.
std::vector<std::pair<std::string, std::string>> index_words(const std::vector<std::string>& words,
                                                             Analyzer& analyzer,
                                                             Xapian::WritableDatabase& database) {
  std::vector<std::pair<std::string, std::string>> forms;
  Xapian::Document document;
  AnalyzedText text;
  for (const std::string& word : words) {
    analyzer.analyze(word, text);
    for (const Token& token : text.tokens()) {
      if (token.kind != TokenKind::word) continue;
      document.add_term(schema::bounded_term("", token.surface));
      if (token.exact != token.surface)
        document.add_term(schema::bounded_term(schema::prefix::exact, token.exact));
      if (!token.stop_word) forms.emplace_back(token.surface, token.stem);
    }
  }
  database.add_document(document);
  return forms;
}

Xapian::WritableDatabase in_memory() {
  return Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY);
}

std::vector<std::string> forms(const std::vector<std::string>& words, const std::string& language,
                               const std::string& stem) {
  Xapian::WritableDatabase database = in_memory();
  Analyzer analyzer(language);
  index_words(words, analyzer, database);
  WordExpansion expansion;
  return expansion.forms(database, analyzer, stem);
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("A stem's forms in the index") {
  CHECK(forms({"daling", "dalingen", "dal", "dalen", "daalde"}, "nl", "daling") ==
        Words{"daling", "dalingen"});
  CHECK(forms({"gaan", "ging", "gingen", "gegaan", "gang", "gans"}, "nl", "gaan") ==
        Words{"gegaan", "ging", "gingen"});  // gaan itself is a stop word
  CHECK(forms({"eten", "eet", "gegeten", "at", "als"}, "nl", "eet") == Words{"at", "eet", "eten", "gegeten"});
  CHECK(forms({"werk", "gewerkt", "werkten"}, "nl", "werk") == Words{"gewerkt", "werk", "werkten"});
  CHECK(forms({"yeux", "œil", "oie"}, "fr", "oeil") == Words{"oeil", "yeux"});
  CHECK(forms({"ira", "allons", "vais", "aile"}, "fr", "aller") == Words{"allons", "ira", "vais"});
}

TEST_CASE("An accented word's forms go by their accents, and come without") {
  CHECK(forms({"Développées", "développement", "DÉVELOPPER"}, "fr", "developp") ==
        Words{"developpees", "developpement", "developper"});
  CHECK(forms({"élevé", "Élevés", "elever"}, "fr", "elev") == Words{"eleve", "elever", "eleves"});
}

TEST_CASE("A stop word of the language is no form of a stem") {
  CHECK(forms({"de", "het"}, "nl", "de").empty());
  CHECK(forms({"de"}, "und", "de") == Words{"de"});
}

TEST_CASE("The accented spellings of a surface form") {
  Xapian::WritableDatabase database = in_memory();
  Analyzer analyzer("fr");
  index_words({"cote", "côte", "côté", "côtés", "Côte", "coté", "OpenAI's", "openais", "Côte-d'Or", "œuf"},
              analyzer, database);
  WordExpansion expansion;
  const auto spellings = [&](const std::string& surface) {
    const Words found = expansion.spellings(database, surface);
    return std::set<std::string>(found.begin(), found.end());
  };
  CHECK(spellings("cote") == std::set<std::string>{"coté", "côte", "côté"});
  CHECK(spellings("openai") == std::set<std::string>{"openai's"});
  CHECK(spellings("oeuf") == std::set<std::string>{"œuf"});
  CHECK(spellings("or").empty());
}

TEST_CASE("What was read is kept until the index changes") {
  Xapian::WritableDatabase database = in_memory();
  Analyzer analyzer("nl");
  index_words({"daling"}, analyzer, database);
  WordExpansion expansion;
  CHECK(expansion.forms(database, analyzer, "daling") == Words{"daling"});
  index_words({"dalingen"}, analyzer, database);
  CHECK(expansion.forms(database, analyzer, "daling") == Words{"daling"});
  expansion.forget();
  CHECK(expansion.forms(database, analyzer, "daling") == Words{"daling", "dalingen"});
}

TEST_CASE("Every word of real vocabularies is found by its stem") {
  const fs::path vocabularies = "/usr/share/snowball/data";
  if (!fs::exists(vocabularies)) {
    WARN("no " << vocabularies << " (package snowball-data): skipped");
    return;
  }
  for (const LanguageInfo& language : languages()) {
    const fs::path file = vocabularies / language.stemmer / "voc.txt";
    if (!fs::exists(file)) continue;
    Xapian::WritableDatabase database = in_memory();
    Analyzer analyzer(language.code);
    WordExpansion expansion;
    std::size_t lost = 0;
    std::string example;
    for (const auto& [surface, stem] : index_words(some_words(file), analyzer, database)) {
      const Words& found = expansion.forms(database, analyzer, stem);
      if (std::binary_search(found.begin(), found.end(), surface)) continue;
      ++lost;
      example = surface + " by " + stem;
    }
    INFO(language.code << ": " << example);
    CHECK(lost == 0);
  }
}
