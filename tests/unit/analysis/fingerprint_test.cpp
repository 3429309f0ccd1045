// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/fingerprint.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "analysis/recorded/recorded_fingerprints.h"
#include "nsearch/analyzer.h"
#include "nsearch/language.h"

namespace nsearch {
namespace {

TEST_CASE("a fingerprint is sixteen hexadecimal digits, of each language its own") {
  std::set<std::string> seen;
  for (const LanguageInfo& language : languages()) {
    const std::string& print = analysis_fingerprint(language.code);
    CHECK(print.size() == 16);
    CHECK(print.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(seen.insert(print).second);
    CHECK(analysis_fingerprint(language.code) == print);
  }
  CHECK(seen.insert(analysis_fingerprint("und")).second);
}

TEST_CASE("what the build recorded is what this process computes") {
  const analysis::RecordedFingerprints& recorded = analysis::recorded_fingerprints();
  CHECK(recorded.icu_version == analysis::icu_version());
  CHECK(recorded.entries.size() == languages().size() + 1);
  for (const analysis::RecordedFingerprint& entry : recorded.entries) {
    CAPTURE(entry.language);
    CHECK(entry.fingerprint == analysis::fingerprint(analysis::language_rules(entry.language)));
  }
}

TEST_CASE("languages without a profile share that of the undetermined one") {
  CHECK(analysis_fingerprint("zh") == analysis_fingerprint("und"));
}

TEST_CASE("another stemmer or another override changes it, other stop words don't") {
  using analysis::LanguageProfile;
  using analysis::LanguageRules;
  const LanguageProfile dutch = analysis::language_rules("nl").profile;
  LanguageProfile stemmed_as_german = dutch;
  stemmed_as_german.algorithm = "german";
  stemmed_as_german.stems = nullptr;
  LanguageRules rules(dutch);
  const std::string print = analysis::fingerprint(rules);
  CHECK(print == analysis_fingerprint("nl"));
  CHECK(print != analysis::fingerprint(LanguageRules(stemmed_as_german)));
  rules.stop_words.clear();
  CHECK(print == analysis::fingerprint(rules));
  rules.overrides = analysis::WordOverrides("iets: ietsjes\n");
  CHECK(print != analysis::fingerprint(rules));
}

}  // namespace
}  // namespace nsearch
