// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/record.h"

#include <sys/resource.h>
#include <xxhash.h>
#include <zstd.h>

#include <catch2/catch.hpp>
#include <random>
#include <thread>

#include "support.h"

using namespace nsearch;
using storage_test::error_of;

namespace {

StoredDocument article() {
  StoredDocument document;
  document.id = "fr-1";
  document.url = "https://example.org/é?a=1";
  document.title = "OpenAI soupçonne Deepseek";
  document.date = "2025-03-13T09:30:00+01:00";
  document.language = "fr";
  document.declared = "fr-BE";
  document.source = "Le Journal";
  document.author = "A. Dupont";
  document.facets = {{"category", "technologie"}, {"category", "économie"}, {"", ""}};
  document.origin = {"corpora/fr.jsonl", 42};
  document.spans = {{0, 40, "fr"}, {40, 90, "en"}, {90, 4'294'967'295, "und"}};
  document.modified = 1'234'567'890'123;
  for (int i = 0; i < 40; ++i) {
    document.body +=
        "La distillation permet à un petit modèle d'apprendre d'un grand, no " + std::to_string(i) + ".\n";
  }
  return document;
}

void check_equal(const StoredDocument& a, const StoredDocument& b) {
  CHECK(a.id == b.id);
  CHECK(a.url == b.url);
  CHECK(a.title == b.title);
  CHECK(a.body == b.body);
  CHECK(a.language == b.language);
  CHECK(a.declared == b.declared);
  CHECK(a.date == b.date);
  CHECK(a.source == b.source);
  CHECK(a.author == b.author);
  CHECK(a.facets == b.facets);
  CHECK(a.origin.path == b.origin.path);
  CHECK(a.origin.record == b.origin.record);
  CHECK(a.modified == b.modified);
  REQUIRE(a.spans.size() == b.spans.size());
  for (std::size_t i = 0; i < a.spans.size(); ++i) {
    CHECK(a.spans[i].begin == b.spans[i].begin);
    CHECK(a.spans[i].end == b.spans[i].end);
    CHECK(a.spans[i].language == b.spans[i].language);
  }
}

constexpr char plain = 0;
constexpr char zstd = 1;

/// A record with a right checksum, whatever it holds.
std::string sealed(char packing, const std::string& rest) {
  const std::string covered = packing + rest;
  std::string record(1, '\3');
  const std::uint64_t checksum = XXH3_64bits(covered.data(), covered.size());
  for (int shift = 0; shift < 64; shift += 8) {
    record += static_cast<char>(checksum >> shift);
  }
  return record + covered;
}

/// A record with all fields empty but the body, which is `packed` by zstd, or says so.
std::string with_body(const std::string& packed) {
  REQUIRE(packed.size() < 128);
  return sealed(zstd, std::string(9 + 2 + 2, '\0') + static_cast<char>(packed.size()) + packed);
}

ErrorCode code_of(const std::string& record) {
  return error_of([&] { decode_record(record); }).code();
}

/// How many single bit flips of a record pass unseen.
int unseen_flips(const std::string& record) {
  int unseen = 0;
  for (std::size_t bit = 0; bit < record.size() * 8; ++bit) {
    std::string flipped = record;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    try {
      decode_record(flipped);
      ++unseen;
    } catch (const Error& e) {
      const ErrorCode expected = bit < 8 ? ErrorCode::format_version : ErrorCode::corrupt;
      unseen += e.code() != expected;
    }
  }
  return unseen;
}

/// The most memory that this process has ever had.
long peak_kilobytes() {
  rusage usage{};
  REQUIRE(::getrusage(RUSAGE_SELF, &usage) == 0);
  return usage.ru_maxrss;
}

}  // namespace

TEST_CASE("a record gives back the document that it was made of") {
  check_equal(decode_record(encode_record(article())), article());
  check_equal(decode_record(encode_record({})), {});

  StoredDocument odd;
  odd.id = std::string("\0\xff\xfe", 3);
  odd.body = std::string(100'000, '\0');
  odd.modified = INT64_MIN;
  odd.origin.record = UINT64_MAX;
  odd.spans = {{7, 3, ""}};
  check_equal(decode_record(encode_record(odd)), odd);
}

TEST_CASE("a reader may leave the body out") {
  StoredDocument expected = article();
  expected.body.clear();
  REQUIRE(encode_record(article())[9] == zstd);
  check_equal(decode_record(encode_record(article()), RecordPart::without_body), expected);
}

TEST_CASE("a record is compressed where that makes it smaller") {
  const StoredDocument document = article();
  const std::string large = encode_record(document);
  CHECK(large[9] == zstd);
  CHECK(large.size() < document.body.size() / 2);

  StoredDocument small;
  small.body = "kort";
  const std::string record = encode_record(small);
  CHECK(record[9] == plain);
  CHECK(record.size() == 10 + 9 + 4 + 1 + 4);

  // Text that does not compress may not grow.
  std::mt19937 random(1);
  small.body.clear();
  for (int i = 0; i < 5000; ++i) {
    small.body += static_cast<char>(random());
  }
  CHECK(encode_record(small).size() == 10 + 9 + 4 + 2 + 5000);
  check_equal(decode_record(encode_record(small)), small);
}

TEST_CASE("a very compressible body is no decompression bomb") {
  StoredDocument document;
  document.body = std::string(std::size_t{16} << 20, 'a');
  const std::string record = encode_record(document);
  CHECK(record.size() < 10'000);
  CHECK(decode_record(record).body == document.body);
}

TEST_CASE("the bytes of a record never change") {
  StoredDocument document;
  document.id = "a";
  document.url = "b";
  document.title = "c";
  document.date = "d";
  document.language = "e";
  document.source = "f";
  document.author = "g";
  document.origin = {"h", 300};
  document.declared = "m";
  document.modified = 5;
  document.facets = {{"i", "j"}};
  document.spans = {{1, 200, "k"}};
  document.body = "l";
  const std::string fields(
      "\1a\1b\1c\1d\1e\1f\1g\1h\1m"
      "\xac\2"
      "\5"
      "\1\1i\1j"
      "\1\1\xc8\1\1k"
      "\1l",
      34);
  CHECK(encode_record(document) == sealed(plain, fields));
  CHECK(decode_record(sealed(plain, fields)).spans.at(0).end == 200);
}

TEST_CASE("every single bit flip in a record is seen") {
  CHECK(unseen_flips(encode_record(article())) == 0);
  StoredDocument small;
  small.id = "nl-1";
  small.body = "kort";
  CHECK(unseen_flips(encode_record(small)) == 0);
}

TEST_CASE("a record that is cut or lengthened is seen") {
  const std::string record = encode_record(article());
  for (std::size_t size = 0; size < record.size(); ++size) {
    INFO(size);
    CHECK(code_of(record.substr(0, size)) == ErrorCode::corrupt);
  }
  CHECK(code_of(record + '\0') == ErrorCode::corrupt);
}

TEST_CASE("a record of another version says so") {
  std::string record = encode_record(article());
  record[0] = 2;
  const Error error = error_of([&] { decode_record(record); });
  CHECK(error.code() == ErrorCode::format_version);
  CHECK_THAT(error.what(), Catch::Contains("version 2") && Catch::Contains("reads 3"));
}

TEST_CASE("a record of the wrong shape is corrupt though its checksum is right") {
  const std::string texts(9, '\0');  // nine empty texts
  const std::string numbers(2, '\0');
  REQUIRE_NOTHROW(decode_record(sealed(plain, texts + numbers + std::string(3, '\0'))));

  CHECK(code_of(sealed(2, texts + numbers + std::string(3, '\0'))) == ErrorCode::corrupt);
  CHECK(code_of(sealed(plain, "")) == ErrorCode::corrupt);
  CHECK(code_of(sealed(plain, texts + numbers)) == ErrorCode::corrupt);
  CHECK(code_of(sealed(plain, texts + numbers + std::string(4, '\0'))) == ErrorCode::corrupt);
  CHECK(code_of(sealed(plain, "\x7f")) == ErrorCode::corrupt);
  const std::string huge(9, '\xff');
  CHECK(code_of(sealed(plain, huge + '\1')) == ErrorCode::corrupt);          // 2^64 - 1 bytes of text
  CHECK(code_of(sealed(plain, texts + huge + '\2')) == ErrorCode::corrupt);  // 65 bits
  CHECK(code_of(sealed(plain, texts + numbers + huge + '\1')) == ErrorCode::corrupt);         // facets
  CHECK(code_of(sealed(plain, texts + numbers + '\0' + huge + '\1')) == ErrorCode::corrupt);  // spans
  const std::string offset_of_33_bits = "\xff\xff\xff\xff\x1f";
  CHECK(code_of(sealed(plain, texts + numbers + '\0' + '\1' + offset_of_33_bits + std::string(3, '\0'))) ==
        ErrorCode::corrupt);
}

TEST_CASE("a compressed body that lies about its size is corrupt") {
  const std::string text(100, 'a');
  std::string frame(ZSTD_compressBound(text.size()), '\0');
  frame.resize(ZSTD_compress(frame.data(), frame.size(), text.data(), text.size(), 3));
  REQUIRE(decode_record(with_body(frame)).body == text);

  CHECK(code_of(with_body("")) == ErrorCode::corrupt);
  CHECK(code_of(with_body("no frame at all")) == ErrorCode::corrupt);
  CHECK(code_of(with_body(frame.substr(0, frame.size() - 1))) == ErrorCode::corrupt);
  CHECK(code_of(with_body(frame + frame)) == ErrorCode::corrupt);

  // Magic number; a header with eight bytes of size; no block.
  const std::string header = "\x28\xb5\x2f\xfd\xe0";
  const long before = peak_kilobytes();
  for (const int exponent : {28, 31, 40, 62}) {
    std::string size(8, '\0');
    size[static_cast<std::size_t>(exponent / 8)] = static_cast<char>(1 << exponent % 8);
    CHECK(code_of(with_body(header + size)) == ErrorCode::corrupt);
  }
  CHECK(peak_kilobytes() - before < 64 * 1024);
}

TEST_CASE("a frame that does not say its size is corrupt") {
  const std::string text(100, 'a');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
  std::string frame(ZSTD_compressBound(text.size()), '\0');
  frame.resize(ZSTD_compress2(context, frame.data(), frame.size(), text.data(), text.size()));
  ZSTD_freeCCtx(context);
  CHECK(code_of(with_body(frame)) == ErrorCode::corrupt);
}

TEST_CASE("threads encode and decode side by side") {
  const std::string expected = encode_record(article());
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (int& count : wrong) {
    threads.emplace_back([&count, &expected] {
      for (int i = 0; i < 200; ++i) {
        const std::string record = encode_record(article());
        count += record != expected || decode_record(record).body != article().body;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  CHECK(wrong == std::vector<int>(4, 0));
}
