// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "support.h"

using namespace reader_test;
using namespace std::string_literals;

namespace {

Document document_of(const std::string& bytes) {
  Collected read = read_bytes("text", bytes);
  REQUIRE(read.rejections.empty());
  REQUIRE(read.documents.size() == 1);
  return read.documents.front();
}

Rejection rejection_of(const std::string& bytes) {
  Collected read = read_bytes("text", bytes);
  REQUIRE(read.documents.empty());
  REQUIRE(read.rejections.size() == 1);
  return read.rejections.front();
}

}  // namespace

TEST_CASE("text: the first line that is not blank is the title, the rest the body") {
  const Document d = document_of(
      "\xEF\xBB\xBF\r\n \u00a0\r\n  Le  titre \r\n\r\n\r\nUn paragraphe.\r\nUn autre.\r\n\r\nTrois.\r\n\r\n");
  CHECK(d.title == "Le titre");
  CHECK(d.body == "Un paragraphe.\nUn autre.\n\nTrois.");
  CHECK(d.id.empty());
  CHECK(d.origin.path == "in");
  CHECK(d.origin.record == 0);
}

TEST_CASE("text: a single line is title and body") {
  for (const char* text : {"Une seule ligne.", "Une seule ligne.\n", "\n\nUne seule ligne.\n \u00a0\n"}) {
    const Document d = document_of(text);
    CHECK(d.title == "Une seule ligne.");
    CHECK(d.body.find("Une seule ligne.") == 0);
  }
}

TEST_CASE(
    "text: a first line too long for a headline stays in the body, its beginning stands for the title") {
  std::string line;
  while (line.size() < 320) line += "économie ";
  line.pop_back();
  const Document d = document_of(line + "\n\nSuite.");
  CHECK(d.body == line + "\n\nSuite.");
  CHECK(d.title.size() <= 203);
  CHECK(d.title.substr(d.title.size() - 3) == "…");
  CHECK(line.find(d.title.substr(0, d.title.size() - 3) + " ") == 0);

  std::string wide;
  while (wide.size() < 400) wide += "漢";
  const Document unbroken = document_of(wide);
  CHECK(unbroken.title.size() == 198 + 3);

  const std::string headline(300, 'x');
  CHECK(document_of(headline + "\nrest").title == headline);
}

TEST_CASE("text: hard-wrapped paragraphs are joined") {
  const Document d = document_of(
      "Titel\n\nde markt van schoonbron is\nzaterdag heropend na twee\njaren werken de "
      "handelaars\nverkochten hun laatste kaas\n\neinde");
  CHECK(d.body ==
        "de markt van schoonbron is zaterdag heropend na twee jaren werken de handelaars verkochten hun "
        "laatste kaas\n\neinde");
}

TEST_CASE("text: other charsets are read, and said") {
  const Collected latin = read_bytes("text", "Le march\xE9 couvert");
  REQUIRE(latin.documents.size() == 1);
  CHECK(latin.documents[0].body == "Le marché couvert");
  CHECK(latin.notes == std::vector<std::string>{"0: read as windows-1252 (guessed)"});
  CHECK(document_of("\xFF\xFEL\0e\0"s).body == "Le");
  CHECK(document_of("L\0e\0 \0m\0a\0r\0"s).body == "Le mar");
}

TEST_CASE("text: the marks of an agency's wire are no sign of a binary") {
  std::string wire =
      "\x01"
      "bsf025 3 ec 121\r\n\r\n\x02Situation \xE9"
      "conomique\r\n";
  while (wire.size() < 500) wire += "Le march\xE9 couvert a rouvert samedi. ";
  CHECK(read_bytes("text", wire + "\r\n\x03"
                                  "091223 dec 18\r\n\x04")
            .documents.size() == 1);
  CHECK(choose_reader("", "wire", wire)->format.name == "text");
}

TEST_CASE("text: what is no text is rejected with the byte and the reason") {
  const Rejection binary = rejection_of("PK\x03\x04 \xE9\xFF");
  CHECK(binary.line == 0);
  CHECK(binary.byte == 2);
  CHECK(binary.reason.find("binary: a control character (0x03)") == 0);
  CHECK(rejection_of("ab\0cd"s).byte == 2);
  CHECK(rejection_of("").reason == "empty: no text in it");
  CHECK(rejection_of(" \r\n\u2003 ").reason == "empty: no text in it");
}

TEST_CASE("text: a size beyond the bound is rejected, damaged compression too") {
  const std::string line = std::string(1023, 'x') + "\n";
  std::string big;
  big.reserve(65u << 20);
  while (big.size() <= 64u << 20) big += line;
  CHECK(rejection_of(big).reason.find("too large") == 0);
  LongSource endless("Titel\n\n", "veel tekst ", std::size_t{2} << 30, "\n");
  REQUIRE(read_source("text", endless).rejections.size() == 1);
  CHECK(endless.bytes_read() < 65u << 20);

  const TemporaryFolder folder;
  const auto source =
      open_gzip(folder.file("cut.txt.gz", gzip(big.substr(0, 100000) + "fin").substr(0, 150)));
  const Collected read = read_source("text", *source);
  CHECK(read.documents.empty());
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].reason == "gzip: cut short at byte 150 of the compressed data");
}
