// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/dictionary.h"

#include <fstream>

#include "../searcher/tiny_index.h"
#include "nsearch/error.h"

using namespace nsearch::searcher;
using Direction = Dictionary::Direction;

namespace {

class Built {
 public:
  explicit Built(const std::vector<DictionaryEntry>& entries) {
    info_.name = "test";
    info_.from = "fr";
    info_.to = "nl";
    DictionaryBuilder builder(info_);
    for (const DictionaryEntry& entry : entries) builder.add(entry);
    std::ofstream(path(), std::ios::binary) << builder.finish();
  }
  std::filesystem::path path() const { return folder_.path() / "test.dict"; }

 private:
  tiny::Folder folder_;
  nsearch::DictionaryInfo info_{};
};

std::string found(Dictionary& dictionary, const WordKey& key, Direction direction) {
  std::string out;
  for (const DictionaryEntry& entry : dictionary.find(key, direction))
    for (const Translation& each : entry.translations) out += (out.empty() ? "" : " ") + each.text;
  return out;
}

WordKey key(std::string_view text, const char* language) {
  nsearch::Analyzer analyzer(language);
  nsearch::AnalyzedText buffer;
  return key_of(text, analyzer, buffer);
}

}  // namespace

TEST_CASE("words are found as written, else by their accents' fold, else by their stem") {
  const Built built({{"marché", {{"markt", 1}}},
                     {"marche", {{"mars", 1}}},
                     {"étage", {{"verdieping", 1}}},
                     {"élire", {{"verkiezen", 1}}}});
  Dictionary dictionary(built.path());
  CHECK(dictionary.info().from == "fr");
  CHECK(dictionary.info().words == 4);
  CHECK(found(dictionary, key("marché", "fr"), Direction::forward) == "markt");
  CHECK(found(dictionary, key("marche", "fr"), Direction::forward) == "mars");
  CHECK(found(dictionary, key("ETAGE", "fr"), Direction::forward) == "verdieping");
  CHECK(found(dictionary, key("étages", "fr"), Direction::forward) == "verdieping");
  CHECK(found(dictionary, key("maison", "fr"), Direction::forward).empty());
}

TEST_CASE("the other way round, and words side by side") {
  const Built built({{"pomme de terre", {{"aardappel", 1}}}, {"se tromper", {{"zich vergissen", 1}}}});
  Dictionary dictionary(built.path());
  CHECK(found(dictionary, key("aardappelen", "nl"), Direction::backward) == "pomme de terre");
  CHECK(found(dictionary, key("pommes de terre", "fr"), Direction::forward) == "aardappel");
  CHECK(found(dictionary, key("tromper", "fr"), Direction::forward) == "zich vergissen");
  CHECK(found(dictionary, key("vergissen", "nl"), Direction::backward) == "se tromper");
  CHECK(found(dictionary, key("pomme", "fr"), Direction::forward).empty());
}

TEST_CASE("a name is looked up among headwords with a capital only") {
  const Built built({{"pierre", {{"steen", 1}}}, {"France", {{"Frankrijk", 1}}}});
  Dictionary dictionary(built.path());
  WordKey name = key("Pierre", "fr");
  CHECK(found(dictionary, name, Direction::forward) == "steen");
  name.name = true;
  CHECK(found(dictionary, name, Direction::forward).empty());
  WordKey country = key("France", "fr");
  country.name = true;
  CHECK(found(dictionary, country, Direction::forward) == "Frankrijk");
}

TEST_CASE("keys leave out the stop words that a text begins with, unless it is nothing else") {
  CHECK(key("se tromper", "fr").surface == "tromper");
  CHECK(key("to release", "en").surface == "release");
  CHECK(key("pomme de terre", "fr").surface == "pomme de terre");
  CHECK(key("de la", "fr").surface == "de la");
  CHECK(key("de la", "fr").stop_words);
  CHECK(key("...", "fr").surface.empty());
  CHECK(key("un deux trois quatre cinq six sept", "fr").surface.empty());
}

TEST_CASE("a dictionary that was made by another analysis says so") {
  const Built built({{"maison", {{"huis", 1}}}});
  std::ifstream in(built.path(), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  TableWriter other(std::string("\4test\2fr\2nl\1\1\5other\5other", 25));
  other.add("wmaison", "");
  std::ofstream(built.path(), std::ios::binary) << other.finish();
  try {
    Dictionary dictionary(built.path());
    FAIL("it was opened");
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == nsearch::ErrorCode::analysis_changed);
  }
}
