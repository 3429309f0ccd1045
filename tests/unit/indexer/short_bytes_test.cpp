// SPDX-License-Identifier: GPL-2.0-or-later
#include "short_bytes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "builder/term_order.h"

using nsearch::common_prefix;
using nsearch::copy_few;
using nsearch::equal_few;
using nsearch::indexer::sort_terms;
using nsearch::indexer::term_key;
using nsearch::indexer::TermKey;

namespace {

std::string letters(std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('a' + i % 26);
  return text;
}

}  // namespace

TEST_CASE("few bytes: copies are whole and nothing behind them is touched", "[short-bytes]") {
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string text = letters(size);
    std::string out(size + 8, '#');
    CHECK(copy_few(out.data(), text.data(), size) == out.data() + size);
    CHECK(out == text + "########");
  }
}

TEST_CASE("few bytes: one byte makes the difference, wherever it stands", "[short-bytes]") {
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string text = letters(size), same = text;
    CHECK(equal_few(text, same));
    CHECK(common_prefix(text, same) == size);
    CHECK_FALSE(equal_few(text, same + 'x'));
    CHECK(common_prefix(text, same + 'x') == size);
    for (std::size_t i = 0; i < size; ++i) {
      std::string other = text;
      other[i] = '\xff';
      CHECK_FALSE(equal_few(text, other));
      CHECK(common_prefix(text, other) == i);
    }
  }
}

TEST_CASE("terms: keys order them as their bytes do, zeros and long ones too", "[short-bytes]") {
  const std::string zeros(20, '\0');
  std::vector<std::string> terms;
  for (const std::size_t size : {0, 1, 7, 8, 15, 16, 17, 30}) {
    for (const std::size_t more : {0, 1, 8, 20}) {
      terms.push_back(letters(size) + zeros.substr(0, more));
      terms.push_back(letters(size) + zeros.substr(0, more) + 'z');
      terms.push_back(letters(size) + "\xff" + zeros.substr(0, more));
    }
  }
  const auto text = [&](std::uint32_t index) { return std::string_view(terms[index]); };
  for (std::uint32_t a = 0; a < terms.size(); ++a) {
    for (std::uint32_t b = 0; b < terms.size(); ++b) {
      const int order = nsearch::indexer::compare_terms(term_key(terms[a], a), term_key(terms[b], b), text);
      const int expected = terms[a].compare(terms[b]);
      CHECK((order < 0) == (expected < 0));
      CHECK((order > 0) == (expected > 0));
    }
  }
}

TEST_CASE("terms: sorted by their bytes, many that begin alike among them", "[short-bytes]") {
  std::mt19937 random(20);
  const auto below = [&](std::size_t end) { return random() % end; };
  for (const std::size_t count : {0, 1, 2, 300, 5000}) {
    std::vector<std::string> terms;
    while (terms.size() < count) {
      std::string term =
          terms.empty() || below(2) == 0 ? "" : terms[below(terms.size())].substr(0, below(24));
      for (std::size_t more = below(12); more > 0; --more)
        term += static_cast<char>(below(4) == 0 ? below(256) : 'a' + below(3));
      term.resize(std::max<std::size_t>(term.size(), 1), 'z');
      terms.push_back(term);
    }
    std::vector<TermKey> keys, scratch(7);
    for (std::uint32_t i = 0; i < terms.size(); ++i) keys.push_back(term_key(terms[i], i));
    sort_terms(keys, scratch, [&](std::uint32_t index) { return std::string_view(terms[index]); });
    std::vector<std::string> sorted;
    for (const TermKey& key : keys) sorted.push_back(terms[key.index]);
    std::sort(terms.begin(), terms.end());
    CHECK((sorted == terms));
  }
}

TEST_CASE("terms: those that differ in one byte only are sorted by it, whichever it is", "[short-bytes]") {
  for (std::size_t at = 0; at < 12; ++at) {
    std::vector<std::string> terms(3, "abcdefghijkl");
    terms[0][at] = 'z';
    terms[2][at] = 'A';
    std::vector<TermKey> keys, scratch;
    for (std::uint32_t i = 0; i < terms.size(); ++i) keys.push_back(term_key(terms[i], i));
    sort_terms(keys, scratch, [&](std::uint32_t index) { return std::string_view(terms[index]); });
    CHECK(keys[0].index == 2);
    CHECK(keys[1].index == 1);
    CHECK(keys[2].index == 0);
  }
}
