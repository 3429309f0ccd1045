// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/evidence.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "detection/evidence_tables.h"
#include "detection/hypotheses.h"

using namespace nsearch::detection;

namespace {

std::string_view best_of(const std::string& text) {
  const Evidence evidence = weigh_evidence(text);
  const auto best = std::max_element(evidence.score.begin(), evidence.score.end());
  return kEvidenceCodes[static_cast<std::size_t>(best - evidence.score.begin())];
}

}  // namespace

TEST_CASE("listed words and letters alike decide", "[detection]") {
  CHECK(best_of("wegens het werden gisteren niet ook nog") == "nl");
  CHECK(best_of("waarheid blootstelling schuldeisers") == "nl");  // in no list: by their letters
  CHECK(best_of("essoufflement approfondissement quotidiennement") == "fr");
}

TEST_CASE("what a word says doesn't hang on the words that were weighed before", "[detection]") {
  std::mt19937 random(3);
  std::vector<std::string> words(20'000);  // ten for each place where the last ones are kept
  for (std::string& word : words) {
    for (int i = 0; i < 5; ++i) word += static_cast<char>('a' + random() % 26);
  }
  std::vector<Evidence> first;
  for (const std::string& word : words) first.push_back(weigh_evidence(word));
  for (const std::string& word : words) weigh_evidence(word + 'e');  // in their places
  std::size_t different = 0;
  for (std::size_t i = words.size(); i-- > 0;) different += weigh_evidence(words[i]).score != first[i].score;
  CHECK(different == 0);
}

TEST_CASE("a name says less than a word", "[detection]") {
  const Evidence name = weigh_evidence("dit is Bridgetown");
  const Evidence word = weigh_evidence("dit is bridgetown");
  CHECK(name.words < word.words);
  CHECK(name.words > 2);
}

TEST_CASE("one word's say is bounded", "[detection]") {
  const Evidence evidence = weigh_evidence("krachtmensvoorstelling");
  for (const float score : evidence.score) CHECK(score >= -7.01F);
}

TEST_CASE("every list's own words speak for it", "[detection]") {
  for (const std::string_view code : kEvidenceCodes) CHECK(evidence_index(code) < kEvidenceLanguages);
  CHECK(std::is_sorted(kEvidenceCodes.begin(), kEvidenceCodes.end()));
  std::array<int, kEvidenceLanguages> words{};
  for (const WordSlot& slot : kWordTable)
    if (slot.hash != 0) ++words.at(slot.language);
  for (const int n : words) CHECK(n > 400);
}

TEST_CASE("what is beyond doubt is not changed by CLD2", "[detection]") {
  const std::string dutch =
      "De regering heeft gisteren een wetsvoorstel ingediend waar de vakbonden zich tegen verzetten, omdat "
      "zij menen dat "
      "de mensen er niet beter van worden en dat het geld dat het land nodig heeft ergens anders vandaan "
      "moet komen.";
  const Evidence evidence = weigh_evidence(dutch);
  const float needed = needed_lead(evidence.words);
  REQUIRE(is_beyond_doubt(evidence, needed));
  for (const std::string other : {"de", "af", "en", "fy", "pl", "und"}) {
    const auto ranked = rank_hypotheses(evidence, {other, true}, {other});
    INFO(other);
    CHECK(ranked[0].language == "nl");
    CHECK(lead_of(ranked) >= needed);
  }
  CHECK_FALSE(is_beyond_doubt(weigh_evidence("een huis"), needed_lead(2)));
}
