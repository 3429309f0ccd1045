// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever the bytes are, readers neither throw nor crash; and what they give does not depend on how the
// bytes come.
#include <catch2/catch.hpp>
#include <random>

#include "support.h"

using namespace reader_test;

namespace {

std::string told(const Collected& read) {
  std::string all;
  for (const Document& d : read.documents) {
    all += d.id + "|" + d.url + "|" + d.title + "|" + d.body + "|" + d.language + "|" + d.date + "|" +
           d.source + "|" + d.author + "|" + std::to_string(d.origin.record);
    for (const auto& [name, value] : d.facets) all += "|" + name + "=" + value;
    all += '\n';
  }
  for (const Rejection& r : read.rejections) {
    all += std::to_string(r.line) + ":" + std::to_string(r.byte) + ":" + r.id + ":" + r.reason + '\n';
  }
  for (const std::string& note : read.notes) all += note + '\n';
  return all;
}

const char* const seed =
    "{\"id\":\"a\",\"title\":\"Titre\",\"body\":\"Du \\u00e9t\\ud83d\\ude00 "
    "texte.\\n\\nSuite\",\"tags\":[\"x\",1,true,null]}\r\n"
    "{\"id\":12,\"date\":1741858200,\"author\":[\"A\",\"B\"],\"body\":\"Tweede é "
    "tekst\",\"o\":{\"p\":[1.5e3]}}\n"
    "\n{\"url\":\"https://example.org/\",\"body\":\"\\ud83d half\"}";

std::string mutate(std::mt19937& random) {
  std::string bytes = seed;
  for (auto changes = random() % 8; changes > 0; --changes) {
    const std::size_t at = random() % bytes.size();
    switch (random() % 4) {
      case 0:
        bytes[at] = static_cast<char>(random() % 256);
        break;
      case 1:
        bytes.erase(at, 1 + random() % 5);
        break;
      case 2:
        bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 30));
        break;
      default:
        bytes.insert(at, 1, "\"{}[],:\\\n\0\xEF\xFF"[random() % 12]);
    }
    if (bytes.empty()) bytes = "x";
  }
  return bytes;
}

/// What every document must be, wherever it comes from.
void check_documents(const Collected& read) {
  for (const Document& d : read.documents) {
    REQUIRE_FALSE(d.body.empty());
    for (const std::string* text :
         {&d.id, &d.url, &d.title, &d.body, &d.language, &d.date, &d.source, &d.author}) {
      REQUIRE(text->find('\0') == std::string::npos);
    }
  }
  for (const Rejection& r : read.rejections) REQUIRE_FALSE(r.reason.empty());
}

}  // namespace

TEST_CASE("changed bytes never make a reader throw, and pieces give what the whole gives") {
  std::mt19937 random(5);
  for (int i = 0; i < 4'000; ++i) {
    const std::string bytes = mutate(random);
    CAPTURE(bytes);
    for (const char* format : {"jsonl", "text"}) {
      const Collected whole = read_bytes(format, bytes);
      check_documents(whole);
      PieceSource pieces(bytes, 1 + random() % 3);
      REQUIRE(told(read_source(format, pieces)) == told(whole));
    }
  }
}

TEST_CASE("random bytes never make a reader or the choice of one throw") {
  std::mt19937 random(6);
  for (int i = 0; i < 4'000; ++i) {
    std::string bytes(random() % 200, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % (i % 2 == 0 ? 256 : 128));
    CAPTURE(bytes);
    for (const char* format : {"jsonl", "text"}) check_documents(read_bytes(format, bytes));
    choose_reader("", bytes.substr(0, 10), bytes);
  }
}

TEST_CASE("damaged gzip never makes a reader throw") {
  const TemporaryFolder folder;
  std::mt19937 random(8);
  std::string text;
  for (int i = 0; i < 50; ++i) text += seed + std::to_string(random()) + "\n";
  const std::string whole = gzip(text);
  for (int i = 0; i < 300; ++i) {
    std::string bytes = whole;
    bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    if (i % 3 == 0) bytes.resize(random() % bytes.size());
    const auto source = open_source(folder.file("damaged", bytes));
    for (const char* format : {"jsonl", "text"}) read_source(format, *source);
  }
}
