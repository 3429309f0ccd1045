// SPDX-License-Identifier: GPL-2.0-or-later
#include "byte_scan.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace {

std::string random_text(std::mt19937& random, std::size_t size) {
  std::string text(size, ' ');
  for (char& c : text) c = "abcdefgxyz{`A.9 "[random() % 16];
  return text;
}

}  // namespace

TEST_CASE("any of some bytes is found where it comes first") {
  constexpr std::array wanted = {'.', '9', '\xC2'};
  std::mt19937 random(3);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = random_text(random, random() % 60);
    const std::size_t from = random() % (text.size() + 1);
    const std::size_t first = text.find_first_of(".9\xC2", from);
    REQUIRE(nsearch::find_any(text, from, wanted) == std::min(first, text.size()));
  }
}

TEST_CASE("small letters are counted up to the first other byte") {
  std::mt19937 random(4);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = random_text(random, nsearch::block_bytes);
    const std::size_t other = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
    REQUIRE(nsearch::small_letters(text.data()) == std::min(other, text.size()));
  }
}

TEST_CASE("blocks differ in whichever byte, and what is behind their size doesn't count") {
  const std::string text = "abcdefghijklmnop";
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string other = text;
    other[at] = '!';
    CHECK_FALSE(nsearch::load_block(other.data(), 16) == nsearch::load_block(text.data(), 16));
    CHECK(nsearch::load_block(other.data(), at) == nsearch::load_block(text.data(), at));
  }
}
