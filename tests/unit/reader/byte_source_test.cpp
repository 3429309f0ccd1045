// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <random>

#include "nsearch/error.h"
#include "support.h"

using namespace reader_test;

namespace {

std::string sample(std::size_t size) {
  std::mt19937 random(7);
  std::string bytes(size, '\0');
  for (char& c : bytes) c = static_cast<char>('a' + random() % 20);
  return bytes;
}

struct Drained {
  std::string bytes;
  std::string error;
};

/// Reads until the end or the error, whichever comes.
Drained drain_to_error(ByteSource& source) {
  Drained drained;
  char buffer[777];
  try {
    while (const std::size_t count = source.read(buffer, sizeof buffer)) drained.bytes.append(buffer, count);
  } catch (const Error& e) {
    CHECK(e.code() == ErrorCode::corrupt);
    drained.error = e.what();
  }
  return drained;
}

}  // namespace

TEST_CASE("a file is read as it is, and peeking takes nothing away") {
  const TemporaryFolder folder;
  for (const std::size_t size : {0, 1, 4095, 4096, 4097, 300000}) {
    const std::string bytes = sample(size);
    const auto source = open_source(folder.file("plain", bytes));
    CHECK(source->peek() == bytes.substr(0, peek_size));
    CHECK(source->peek() == bytes.substr(0, peek_size));
    CHECK(drain(*source, 313) == bytes);
    CHECK(source->bytes_read() == size);
    char more = 0;
    CHECK(source->read(&more, 1) == 0);
  }
}

TEST_CASE("the members of a gzip file follow one another; zeros after the last are padding") {
  const TemporaryFolder folder;
  const std::string members = gzip("one ") + gzip("") + gzip("two ") + gzip("three");
  CHECK(drain(*open_gzip(folder.file("a", members))) == "one two three");
  CHECK(drain(*open_gzip(folder.file("b", members + std::string(100000, '\0')))) == "one two three");
}

TEST_CASE("what stands before the damage in a gzip file is delivered, and the damage named") {
  const TemporaryFolder folder;
  const std::string bytes = sample(100000);
  const std::string whole = gzip(bytes);

  SECTION("cut short") {
    const std::string cut = whole.substr(0, whole.size() / 2);
    const Drained drained = drain_to_error(*open_gzip(folder.file("cut.gz", cut)));
    CHECK(drained.bytes.size() > 40000);
    CHECK(drained.bytes == bytes.substr(0, drained.bytes.size()));
    CHECK(drained.error ==
          "gzip: cut short at byte " + std::to_string(cut.size()) + " of the compressed data");
  }
  SECTION("cut within the trailer: every byte of text is there") {
    const Drained drained =
        drain_to_error(*open_gzip(folder.file("t.gz", whole.substr(0, whole.size() - 3))));
    CHECK(drained.bytes == bytes);
    CHECK(drained.error.find("cut short") != std::string::npos);
  }
  SECTION("a wrong checksum") {
    std::string bad = whole;
    bad[bad.size() - 8] = static_cast<char>(bad[bad.size() - 8] ^ 1);
    const Drained drained = drain_to_error(*open_gzip(folder.file("crc.gz", bad)));
    CHECK(drained.bytes == bytes);
    CHECK(drained.error.find("damaged (incorrect data check)") != std::string::npos);
  }
  SECTION("bytes after the end") {
    const Drained drained = drain_to_error(*open_gzip(folder.file("tail.gz", gzip("short") + "rubbish")));
    CHECK(drained.bytes == "short");
    CHECK(drained.error.find("not gzip at byte " + std::to_string(gzip("short").size())) !=
          std::string::npos);
  }
  SECTION("damage within the first bytes: peek() gives what there is and does not throw") {
    const auto source = open_gzip(folder.file("early.gz", gzip("short").substr(0, 16)));
    const std::string head(source->peek());
    CHECK(std::string("short").substr(0, head.size()) == head);
    CHECK(drain_to_error(*source).error.find("cut short at byte 16") != std::string::npos);
  }
}

TEST_CASE("what the system refuses is an io error that names the path and the reason") {
  const TemporaryFolder folder;
  const auto message = [](const std::string& path) -> std::string {
    try {
      drain(*open_source(path));
    } catch (const Error& e) {
      CHECK(e.code() == ErrorCode::io);
      return e.what();
    }
    return "no error";
  };
  CHECK(message(folder.path() + "/absent") ==
        folder.path() + "/absent: cannot open: No such file or directory");
  CHECK(message(folder.path()) == folder.path() + ": cannot read: Is a directory");
}

TEST_CASE("a source in memory") {
  const std::string bytes = sample(5000);
  const auto source = memory_source(bytes);
  CHECK(source->peek() == bytes.substr(0, peek_size));
  CHECK(drain(*source, 7) == bytes);
  CHECK(source->bytes_read() == 5000);
}
