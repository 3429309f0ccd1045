// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/dictionaries.h"

#include <fstream>

#include "../searcher/tiny_index.h"

using namespace nsearch::searcher;

namespace {

/// A folder of state with dictionaries, each written as lines.
class State {
 public:
  void add(const std::string& name, const std::string& lines) {
    const std::filesystem::path file = folder_.path() / (name + ".tsv");
    std::ofstream(file) << lines;
    nsearch::import_dictionary(folder_.path().string(), {file.string()});
  }
  Dictionaries open() const { return Dictionaries({folder_.path().string()}); }

 private:
  tiny::Folder folder_;
};

std::string translated(Dictionaries& dictionaries, const char* word, const char* from, const char* to) {
  std::string out;
  for (const Translation& each : dictionaries.translations(dictionaries.key(word, from), from, to))
    out +=
        (out.empty() ? "" : " ") + each.text + ":" + std::to_string(static_cast<int>(each.share * 100 + 0.5));
  return out;
}

}  // namespace

TEST_CASE("both directions of a pair vote, and the shares add up to one") {
  State state;
  state.add("fra-nld", "ville\tstad|oord\n");
  state.add("nld-fra", "stad\tville\nplaats\tville|lieu\n");
  Dictionaries dictionaries = state.open();
  CHECK(translated(dictionaries, "villes", "fr", "nl") == "stad:58 oord:25 plaats:17");
  CHECK(translated(dictionaries, "stad", "nl", "fr") == "ville:100");
  CHECK(translated(dictionaries, "maison", "fr", "nl").empty());
}

TEST_CASE("a third language leads to a word that no dictionary of the pair has") {
  State state;
  state.add("fra-eng", "grève\tstrike|shore\nville\ttown\n");
  state.add("eng-nld", "strike\tstaking\nshore\toever\ntown\tstad\n");
  Dictionaries dictionaries = state.open();
  CHECK(translated(dictionaries, "grèves", "fr", "nl") == "oever:50 staking:50");
  CHECK(dictionaries.sources("nl") == std::vector<std::string>{"en", "fr"});
  state.add("fra-nld", "ville\tstee\n");
  Dictionaries with_pair = state.open();
  CHECK(translated(with_pair, "ville", "fr", "nl") == "stee:100");
  CHECK(translated(with_pair, "grève", "fr", "nl") == "oever:50 staking:50");
}

TEST_CASE("known words, keys and compound parts by language") {
  State state;
  state.add("nld-fra", "koers\tcours\naandeel\taction\n");
  Dictionaries dictionaries = state.open();
  CHECK(dictionaries.knows(dictionaries.key("koersen", "nl"), "nl"));
  CHECK(dictionaries.knows(dictionaries.key("actions", "fr"), "fr"));
  CHECK(!dictionaries.knows(dictionaries.key("koersen", "fr"), "fr"));
  const std::vector<WordKey> parts = dictionaries.parts("aandelenkoersen", "nl");
  REQUIRE(parts.size() == 2);
  CHECK(dictionaries.knows(parts[0], "nl"));
  CHECK(dictionaries.knows(parts[1], "nl"));
  CHECK(dictionaries.parts("koers", "nl").empty());
}

TEST_CASE("no folder, no dictionaries") {
  CHECK(Dictionaries({"/nowhere"}).empty());
}
