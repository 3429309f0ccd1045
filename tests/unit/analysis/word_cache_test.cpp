// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_cache.h"

#include <catch2/catch.hpp>
#include <string>

namespace nsearch::analysis {
namespace {

WordForms forms_of(const std::string& exact, const std::string& surface) {
  WordForms forms;
  forms.text = exact + surface;
  forms.layout.exact_size = static_cast<std::uint32_t>(exact.size());
  forms.layout.surface = {static_cast<std::uint32_t>(exact.size()),
                          static_cast<std::uint32_t>(surface.size())};
  forms.layout.size = static_cast<std::uint32_t>(forms.text.size());
  return forms;
}

WordKey key_of(const std::string& word) {
  return {word, 0, word.size()};
}

std::string surface(const CachedWord& word) {
  return {word.bytes() + word.layout.surface.at, word.layout.surface.size};
}

TEST_CASE("a word is found again, another is not") {
  WordCache cache;
  const std::string word = "Élève";
  CHECK(cache.find(key_of(word)) == nullptr);
  REQUIRE(cache.insert(key_of(word), forms_of("élève", "eleve")) != nullptr);
  const CachedWord* found = cache.find(key_of(word));
  REQUIRE(found != nullptr);
  CHECK(surface(*found) == "eleve");
  CHECK(cache.find(key_of("élève")) == nullptr);
  CHECK(cache.find(key_of("Élèves")) == nullptr);
}

TEST_CASE("keys that share their first sixteen bytes are told apart") {
  WordCache cache;
  const std::string stem = "verantwoordelijk";
  REQUIRE(stem.size() == 16);
  REQUIRE(cache.insert(key_of(stem), forms_of("a", "1")) != nullptr);
  REQUIRE(cache.insert(key_of(stem + "e"), forms_of("b", "2")) != nullptr);
  REQUIRE(cache.insert(key_of(stem + "er"), forms_of("c", "3")) != nullptr);
  CHECK(surface(*cache.find(key_of(stem))) == "1");
  CHECK(surface(*cache.find(key_of(stem + "e"))) == "2");
  CHECK(surface(*cache.find(key_of(stem + "er"))) == "3");
}

TEST_CASE("a word's key is the same wherever it stands in a text") {
  const std::string text = "mot et encore mot";
  const WordKey first(text, 0, 3);
  const WordKey last(text, 14, 17);  // fewer than sixteen bytes before the end
  CHECK(first.hash == last.hash);
  CHECK(first.first == last.first);
}

TEST_CASE("a word that is too long is not kept") {
  WordCache cache;
  CHECK(cache.insert(key_of(std::string(WordCache::max_key + 1, 'x')), forms_of("x", "x")) == nullptr);
  CHECK(cache.insert(key_of("x"), forms_of(std::string(60, 'x'), "y")) == nullptr);
  CHECK(cache.insert(key_of(""), forms_of("x", "y")) == nullptr);
}

TEST_CASE("a full cache forgets words, and mixes none up") {
  WordCache cache;
  std::size_t kept = 0;
  const auto name = [](int i) { return "woord" + std::to_string(i); };
  for (int i = 0; i < 250000; ++i)
    REQUIRE(cache.insert(key_of(name(i)), forms_of("e", std::to_string(i))) != nullptr);
  for (int i = 0; i < 250000; ++i) {
    const CachedWord* found = cache.find(key_of(name(i)));
    if (found == nullptr) continue;
    ++kept;
    REQUIRE(surface(*found) == std::to_string(i));
  }
  CHECK(kept > 120000);
  CHECK(kept <= 131072);
}

TEST_CASE("a table that grows keeps its words") {
  WordCache cache;
  const auto name = [](int i) { return "mot" + std::to_string(i); };
  for (int i = 0; i < 40000; ++i)
    REQUIRE(cache.insert(key_of(name(i)), forms_of("e", std::to_string(i))) != nullptr);
  std::size_t kept = 0, kept_of_first = 0;
  for (int i = 0; i < 40000; ++i) {
    const CachedWord* found = cache.find(key_of(name(i)));
    if (found == nullptr) continue;
    ++kept;
    if (i < 10000) ++kept_of_first;
    REQUIRE(surface(*found) == std::to_string(i));
  }
  CHECK(kept > 36000);          // a set has four slots only
  CHECK(kept_of_first > 8500);  // they were there when it grew
}

TEST_CASE("words met again outlive those met once") {
  WordCache cache;
  const std::string often = "de";
  const auto forms = forms_of("x", "y");
  cache.insert(key_of(often), forms);
  for (int i = 0; i < 100000; ++i) cache.insert(key_of("een" + std::to_string(i)), forms);
  cache.insert(key_of(often), forms);  // after the table has grown to the full
  std::size_t lost = 0;
  for (int i = 0; i < 200000; ++i) {
    cache.insert(key_of("w" + std::to_string(i)), forms);
    if (i % 4 == 0 && cache.find(key_of(often)) == nullptr) {
      ++lost;
      cache.insert(key_of(often), forms);
    }
  }
  CHECK(lost == 0);
}

}  // namespace
}  // namespace nsearch::analysis
