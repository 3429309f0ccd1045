// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/story.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

using nsearch::Analyzer;
using nsearch::searcher::read_story;
using nsearch::searcher::Story;
using nsearch::searcher::StoryWord;

namespace {

const StoryWord& word(const Story& story, const std::string& surface) {
  const auto found = std::find_if(story.words.begin(), story.words.end(),
                                  [&](const StoryWord& one) { return one.surface == surface; });
  if (found == story.words.end()) throw std::runtime_error("no word " + surface);
  return *found;
}

}  // namespace

TEST_CASE("a story's words are its surface forms, each once, as first written") {
  Analyzer neutral("und");
  const Story story = read_story("L’action OpenAI chute. openai perd 16,86 % : OPENAI !", neutral);
  CHECK(std::count_if(story.words.begin(), story.words.end(),
                      [](const StoryWord& one) { return one.surface == "openai"; }) == 1);
  CHECK(word(story, "openai").written == "OpenAI");
  CHECK(word(story, "16.86").number);
  CHECK_FALSE(word(story, "chute").number);
}

TEST_CASE("a name is capitalised within sentences, not only where one begins") {
  Analyzer neutral("und");
  const Story story =
      read_story("Gisteren sprak Élise met Nvidia. Morgen niet. Vandaag wel, morgen niet.", neutral);
  CHECK(word(story, "elise").name);
  CHECK(word(story, "nvidia").name);
  CHECK_FALSE(word(story, "gisteren").name);
  CHECK_FALSE(word(story, "morgen").name);
  CHECK_FALSE(word(story, "sprak").name);
  CHECK(story.names_share == Approx(2.0 / 8));
}

TEST_CASE("a long body is cut at a character") {
  nsearch::Document article;
  article.title = "T";
  article.body = "x";
  while (article.body.size() <= nsearch::searcher::story_bytes) article.body += "é";
  const std::string text = nsearch::searcher::story_text(article);
  CHECK(text.size() == 3 + nsearch::searcher::story_bytes - 1);
  CHECK(text.substr(text.size() - 2) == "é");
}
