// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "support.h"
#include "warc/brotli.h"

using namespace reader_test;

namespace {

const std::string page =
    "<!doctype html><html lang=\"nl\"><head><title>De haven groeit</title></head><body><article><h1>De haven "
    "groeit</h1>"
    "<p>De haven van Gent verwerkte vorig jaar meer goederen dan ooit tevoren, zegt het havenbedrijf in zijn "
    "jaarverslag.</p>"
    "<p>De directie verwacht dat de groei in de komende jaren aanhoudt, maar waarschuwt voor een tekort aan "
    "personeel.</p>"
    "</article></body></html>";

std::string record(const std::string& type, const std::string& block, const std::string& more = {},
                   const std::string& version = "1.0") {
  return "WARC/" + version + "\r\nWARC-Type: " + type + "\r\nWARC-Date: 2025-03-13T09:30:00Z\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& url, const std::string& head, const std::string& body) {
  return record("response", head + "\r\n\r\n" + body, "WARC-Target-URI: " + url + "\r\n");
}

std::string html(const std::string& url, const std::string& more = {}, const std::string& body = page) {
  return response(url, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8" + more, body);
}

std::string chunked(const std::string& bytes, std::size_t piece) {
  std::string out;
  char size[20];
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    const std::string part = bytes.substr(at, piece);
    std::snprintf(size, sizeof size, "%zx;x=1\r\n", part.size());
    out += size + part + "\r\n";
  }
  return out + "0\r\n\r\n";
}

std::vector<std::string> ids(const Collected& read) {
  std::vector<std::string> all;
  for (const Document& document : read.documents) all.push_back(document.id);
  return all;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "warc: a page becomes a document with its address, and the time of the visit where it has no date") {
  const Collected read = read_bytes("warc", html("http://haven.example/1"));
  REQUIRE(read.documents.size() == 1);
  const Document& document = read.documents[0];
  CHECK(document.id == "http://haven.example/1");
  CHECK(document.url == "http://haven.example/1");
  CHECK(document.title == "De haven groeit");
  CHECK(document.body.find("meer goederen dan ooit") != std::string::npos);
  CHECK(document.date == "2025-03-13T09:30:00Z");
  CHECK(document.origin.path == "in");
  CHECK(document.origin.record == 1);
  CHECK(read.rejections.empty());
  CHECK(read.notes.empty());
}

TEST_CASE("warc: only pages that a server gave with status 200 are taken, and the rest is counted") {
  const Collected read = read_bytes(
      "warc", record("warcinfo", "software: x\r\n") + record("request", "GET / HTTP/1.1\r\n\r\n") +
                  html("http://a.example/1") +
                  response("http://a.example/2", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", page) +
                  response("http://a.example/3", "HTTP/1.1 301 Moved\r\nLocation: /4", "") +
                  response("http://a.example/4", "HTTP/1.1 200 OK\r\ncontent-type: image/png", "\x89PNG") +
                  response("http://a.example/5", "HTTP/2 200 \r\nCONTENT-TYPE:application/xhtml+xml", page) +
                  response("http://a.example/6", "HTTP/1.1 200 OK\r\nServer: x", page) +
                  response("http://a.example/7", "HTTP/1.1 200 OK\r\nServer: x", "plain words") +
                  record("revisit", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n") +
                  record("resource", page, "Content-Type: text/html\r\nWARC-Target-URI: file:///x.html\r\n") +
                  record("response", "a host's address", "WARC-Target-URI: dns:a.example\r\n"));
  CHECK(ids(read) == List{"http://a.example/1", "http://a.example/5", "http://a.example/6"});
  CHECK(read.rejections.empty());
  CHECK(read.notes == List{"0: passed over: 4 records that are no responses, 3 responses that are no HTML, 2 "
                           "with another status than "
                           "200"});
}

TEST_CASE("warc: bodies are taken out of what they were sent in") {
  const auto [what, more, body] = GENERATE(table<std::string, std::string, std::string>({
      {"as it is", "", page},
      {"chunked", "\r\nTransfer-Encoding: chunked", chunked(page, 100)},
      {"gzip", "\r\nContent-Encoding: gzip", gzip(page)},
      {"gzip in chunks", "\r\nContent-Encoding: gzip\r\nTransfer-Encoding: Chunked", chunked(gzip(page), 64)},
      {"gzip twice", "\r\nContent-Encoding: gzip, x-gzip", gzip(gzip(page))},
      {"chunked says the head, and is wrong", "\r\nTransfer-Encoding: chunked", page},
      {"gzip says the head, and is wrong", "\r\nContent-Encoding: gzip", page},
      {"br says the head, and is wrong", "\r\nContent-Encoding: br", page},
      {"zlib as deflate", "\r\nContent-Encoding: deflate", deflated(page, 15)},
      {"bare deflate", "\r\nContent-Encoding: deflate", deflated(page, -15)},
      {"brotli", "\r\nContent-Encoding: br", brotli(page)},
      {"identity", "\r\nContent-Encoding: identity", page},
  }));
  INFO(what);
  const Collected read = read_bytes("warc", html("http://a.example/", more, body));
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].title == "De haven groeit");
  CHECK(read.documents[0].body.find("tekort aan personeel") != std::string::npos);
  CHECK(read.notes.empty());
}

TEST_CASE("warc: a body that is cut or damaged is read as far as it goes") {
  const std::string chunks = chunked(page, 100);
  const Collected cut =
      read_bytes("warc", html("http://a.example/", "\r\nTransfer-Encoding: chunked", chunks.substr(0, 350)));
  REQUIRE(cut.documents.size() == 1);
  CHECK(cut.documents[0].body.find("meer goederen") != std::string::npos);
  CHECK(cut.notes == List{"1: the body is damaged or cut short: read as far as it goes"});
}

TEST_CASE(
    "warc: a coding that is not known, or a body that is too large, rejects the page with its address") {
  const Collected unknown =
      read_bytes("warc", html("http://a.example/", "\r\nContent-Encoding: compress", "xyz"));
  REQUIRE(unknown.rejections.size() == 1);
  CHECK(unknown.rejections[0].reason == "Content-Encoding 'compress' is not known");
  CHECK(unknown.rejections[0].id == "http://a.example/");
  CHECK(unknown.rejections[0].line == 1);
  const Collected bomb = read_bytes(
      "warc", html("http://a.example/", "\r\nContent-Encoding: gzip", gzip(std::string(40'000'000, ' '))) +
                  html("http://b.example/"));
  REQUIRE(bomb.rejections.size() == 1);
  CHECK(bomb.rejections[0].reason == "the page is larger than 33554432 bytes");
  CHECK(ids(bomb) == List{"http://b.example/"});
}

TEST_CASE("warc: the charset of the HTTP head is heard") {
  std::string latin = page;
  latin.replace(latin.find("groei in"), 8, "caf\xe9 in");
  const Collected read = read_bytes(
      "warc", response("http://a.example/",
                       "HTTP/1.1 200 OK\r\nContent-Type: text/html;charset=\"ISO-8859-1\"", latin));
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].body.find("café in") != std::string::npos);
}

TEST_CASE("warc: addresses as crawlers write them") {
  CHECK(ids(read_bytes("warc", html("<http://a.example/x>"))) == List{"http://a.example/x"});
  CHECK(ids(read_bytes("warc", html("http://a.example/a b\xe9"))) == List{"http://a.example/a b%E9"});
}

TEST_CASE("warc: heads with bare line feeds, folded fields and another version") {
  const std::string block = "HTTP/1.0 200 OK\nContent-Type:\n text/html\n\n" + page;
  const std::string bytes =
      "WARC/1.1\nwarc-type:  response\nWARC-Target-URI: http://a.example/\ncontent-length: " +
      std::to_string(block.size()) + "\n\n" + block + "\n\n\n\n";
  CHECK(ids(read_bytes("warc", bytes + html("http://b.example/"))) ==
        List{"http://a.example/", "http://b.example/"});
}

TEST_CASE("warc: one damaged record costs itself") {
  const std::string first = html("http://a.example/1");
  const std::string last = html("http://a.example/3");
  SECTION("without a length") {
    std::string bad = html("http://a.example/2");
    bad.replace(bad.find("Content-Length"), 7, "Kontent");
    const Collected read = read_bytes("warc", first + bad + last);
    CHECK(ids(read) == List{"http://a.example/1", "http://a.example/3"});
    REQUIRE(read.rejections.size() == 1);
    CHECK(read.rejections[0].line == 2);
    CHECK(read.rejections[0].byte == first.size());
    CHECK(read.rejections[0].id == "http://a.example/2");
    CHECK(read.rejections[0].reason == "the record has no Content-Length, or none that can be read");
  }
  SECTION("bytes between records") {
    const Collected read = read_bytes("warc", first + "rubbish\nmore rubbish\n" + last);
    CHECK(ids(read) == List{"http://a.example/1", "http://a.example/3"});
    REQUIRE(read.rejections.size() == 1);
    CHECK(read.rejections[0].byte == first.size());
    CHECK(read.rejections[0].reason == "no WARC record begins here");
    CHECK(read.documents[1].origin.record == 3);
  }
  SECTION("cut short") {
    const Collected read = read_bytes("warc", first + last.substr(0, last.size() - 100));
    CHECK(ids(read) == List{"http://a.example/1"});
    REQUIRE(read.rejections.size() == 1);
    CHECK(read.rejections[0].line == 2);
    CHECK(read.rejections[0].reason.find("cut short: the record should have ") == 0);
  }
  SECTION("cut short within a record that is not wanted") {
    const Collected read =
        read_bytes("warc", first + record("request", std::string(500, 'x')).substr(0, 300));
    CHECK(ids(read) == List{"http://a.example/1"});
    CHECK(read.rejections.size() == 1);
  }
  SECTION("compression cut short") {
    const TemporaryFolder folder;
    const std::string whole = gzip(first) + gzip(last);
    const auto source = open_gzip(folder.file("x.warc.gz", whole.substr(0, whole.size() - 50)));
    const Collected read = read_source("warc", *source);
    CHECK(ids(read) == List{"http://a.example/1"});
    REQUIRE(read.rejections.size() == 1);
    CHECK(read.rejections[0].reason.find("gzip: cut short at byte ") == 0);
    CHECK(read.rejections[0].line == 2);
  }
}

TEST_CASE("warc: a page without text is rejected with its record and address") {
  const Collected read = read_bytes("warc", html("http://a.example/", "", "<html><body></body></html>"));
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].id == "http://a.example/");
  CHECK_FALSE(read.rejections[0].reason.empty());
}

TEST_CASE("warc: whatever the pieces that the source gives") {
  const std::string bytes = html("http://a.example/1", "\r\nTransfer-Encoding: chunked", chunked(page, 33)) +
                            record("request", std::string(3000, 'r')) + html("http://a.example/2");
  for (const std::size_t piece : {1, 2, 7, 100, 1000}) {
    PieceSource source(bytes, piece);
    CHECK(ids(read_source("warc", source)) == List{"http://a.example/1", "http://a.example/2"});
  }
}

TEST_CASE("warc: a reader that is told to stop does so") {
  const auto source = memory_source("");
  Collected collected;
  collected.stop_after = 1;
  const std::string bytes = html("http://a.example/1") + html("http://a.example/2");
  const auto two = memory_source(bytes);
  choose_reader("warc", "", "")->make({})->read(*two, {"in", 0}, collected);
  CHECK(collected.documents.size() == 1);
  CHECK(collected.notes.empty());
}
