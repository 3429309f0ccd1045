// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "analysis/arena.h"
#include "analysis/chain.h"
#include "analysis/fingerprint.h"

namespace nsearch::analysis {
namespace {

/// Splits one word.
class Splitter : public CompoundSplitter {
 public:
  explicit Splitter(std::string digest) : digest_(std::move(digest)) {}
  void split(std::string_view word, std::vector<std::string>& parts) const override {
    parts.clear();
    if (word == "aandelenkoersen") parts = {"aandelen", "koersen"};
    if (word == "waarin") parts = {"waar", "in"};
    if (word == "tweeërleibeleid") parts = {"tweeërlei", "beleid"};
  }
  std::string digest() const override { return digest_; }

 private:
  std::string digest_;
};

const Splitter first("1");
const Splitter second("2");
const CompoundSplitter* first_splitter() {
  return &first;
}
const CompoundSplitter* second_splitter() {
  return &second;
}

constexpr LanguageProfile dutch = {"nl", "Dutch", "Nederlands", "dutch", false, first_splitter};
constexpr LanguageProfile other_dutch = {"nl", "Dutch", "Nederlands", "dutch", false, second_splitter};
constexpr LanguageProfile whole_dutch = {"nl", "Dutch", "Nederlands", "dutch"};

std::string show(Chain& chain, std::string_view text) {
  std::vector<Token> tokens;
  Arena arena;
  chain.analyze(text, tokens, arena);
  std::string shown;
  for (const Token& t : tokens) {
    shown += std::to_string(t.position) + ':' + std::to_string(t.begin) + '-' + std::to_string(t.end) + ' ';
    shown += t.kind == TokenKind::compound_part ? "part " : t.kind == TokenKind::joined ? "joined " : "";
    shown.append(t.surface).append("/").append(t.stem).append(t.boundary == Boundary::none ? "\n"
                                                                                           : " ends\n");
  }
  return shown;
}

TEST_CASE("parts take the whole word's position and offsets, before the joined word") {
  const LanguageRules rules(dutch);
  const std::string expected =
      "1:0-3 aex/aex\n"
      "1:0-19 joined aexaandelenkoersen/\n"
      "2:4-19 aandelenkoersen/aandelenkoers\n"
      "2:4-19 part aandelen/aandel\n"
      "2:4-19 part koersen/koers\n"
      "3:20-36 tweeerleibeleid/tweeerleibeleid ends\n"
      "3:20-36 part tweeerlei/tweeerlei\n"
      "3:20-36 part beleid/beleid\n";
  for (const bool cache : {true, false}) {
    Chain chain(rules, {}, cache);
    CHECK(show(chain, "AEX-aandelenkoersen tweeërleibeleid") == expected);
    CHECK(show(chain, "AEX-aandelenkoersen tweeërleibeleid") == expected);  // from the cache
    CHECK(show(chain, "aandelenkoersen-x") ==
          "1:0-15 aandelenkoersen/aandelenkoers\n"
          "1:0-15 part aandelen/aandel\n"
          "1:0-15 part koersen/koers\n"
          "1:0-17 joined aandelenkoersenx/\n"
          "2:16-17 x/x ends\n");
  }
}

TEST_CASE("stop words are not split") {
  const LanguageRules rules(dutch);
  Chain chain(rules);
  CHECK(show(chain, "waarin") == "1:0-6 waarin/waarin ends\n");
}

TEST_CASE("the lexicon is in the fingerprint") {
  const std::string with_first = fingerprint(LanguageRules(dutch));
  CHECK(with_first == fingerprint(LanguageRules(dutch)));
  CHECK(with_first != fingerprint(LanguageRules(other_dutch)));
  CHECK(with_first != fingerprint(LanguageRules(whole_dutch)));
  CHECK(fingerprint(LanguageRules(whole_dutch)) != analysis_fingerprint("nl"));
}

}  // namespace
}  // namespace nsearch::analysis
