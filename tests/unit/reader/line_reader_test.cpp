// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/line_reader.h"

#include <catch2/catch.hpp>

#include "nsearch/error.h"
#include "support.h"

using namespace reader_test;

namespace {

/// "number@offset:text" of each line; too long ones as "number@offset!size".
std::vector<std::string> lines_of(ByteSource& source, std::uint64_t max_line = max_line_bytes) {
  LineReader reader(source, max_line);
  Line line;
  std::vector<std::string> lines;
  while (reader.next(line)) {
    const std::string place = std::to_string(line.number) + "@" + std::to_string(line.offset);
    if (line.state == Line::State::text) {
      lines.push_back(place + ":" + std::string(line.text()));
    } else if (line.state == Line::State::too_long) {
      lines.push_back(place + "!" + std::to_string(line.size));
    } else {
      lines.push_back(place + "?" + line.reason);
    }
  }
  return lines;
}

std::vector<std::string> lines_of(std::string_view bytes, std::uint64_t max_line = max_line_bytes) {
  return lines_of(*memory_source(bytes), max_line);
}

using Lines = std::vector<std::string>;

/// Gives its bytes, then throws.
class FailingSource final : public ByteSource {
 public:
  FailingSource(std::string_view bytes, ErrorCode code) : source_(memory_source(bytes)), code_(code) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = source_->read(buffer, size);
    if (count == 0) throw Error(code_, "trouble");
    return count;
  }
  std::uint64_t bytes_read() const override { return source_->bytes_read(); }
  std::string_view peek() override { return source_->peek(); }

 private:
  std::unique_ptr<ByteSource> source_;
  ErrorCode code_;
};

}  // namespace

TEST_CASE("lines end at LF or CRLF; the last may lack its end") {
  CHECK(lines_of("") == Lines{});
  CHECK(lines_of("\n") == Lines{"1@0:"});
  CHECK(lines_of("a\nbc\n") == Lines{"1@0:a", "2@2:bc"});
  CHECK(lines_of("a\r\nbc") == Lines{"1@0:a", "2@3:bc"});
  CHECK(lines_of("a\r\n\r\nb\r") == Lines{"1@0:a", "2@3:", "3@5:b"});
  CHECK(lines_of("a\rb\n") == Lines{"1@0:a\rb"});
}

TEST_CASE("a first line beyond the bound is told, and the next is read") {
  const auto [format, begin] =
      GENERATE(table<const char*, const char*>({{"jsonl", "{\"id\":\""}, {"dump", "{\"dump\":1,\"id\":\""}}));
  CAPTURE(format);
  LongSource source(std::string(begin) + "a\",\"body\":\"", "veel tekst ", std::size_t{300} << 20,
                    "\"}\n" + std::string(begin) + "b\",\"body\":\"Kort.\"}\n");
  const Collected read = read_source(format, source);
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].line == 1);
  CHECK(read.rejections[0].reason.find("the line is too long: 3145728") == 0);
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].id == "b");
}

TEST_CASE("a byte order mark begins the input, no line") {
  CHECK(lines_of("\xEF\xBB\xBF{}\nx") == Lines{"1@3:{}", "2@6:x"});
  CHECK(lines_of("\xEF\xBB\xBF") == Lines{});
  CHECK(lines_of("a\n\xEF\xBB\xBF"
                 "b") == Lines{"1@0:a",
                               "2@2:\xEF\xBB\xBF"
                               "b"});
}

TEST_CASE("a line longer than the bound is told with its size, and the next is read") {
  CHECK(lines_of("12345\n123456\n12345\n", 5) == Lines{"1@0:12345", "2@6!6", "3@13:12345"});
  CHECK(lines_of("12345\r\n1\n", 5) == Lines{"1@0:12345", "2@7:1"});
  CHECK(lines_of("123456\r\n1\r", 5) == Lines{"1@0!6", "2@8:1"});
  CHECK(lines_of("1\n123456", 5) == Lines{"1@0:1", "2@2!6"});
  const std::string huge = "a\n" + std::string(3'000'000, 'x') + "\r\nb\n" + std::string(2'000'000, 'y');
  CHECK(lines_of(huge, 1000) == Lines{"1@0:a", "2@2!3000000", "3@3000004:b", "4@3000006!2000000"});
}

TEST_CASE("lines do not depend on how the bytes come") {
  std::string bytes = "\xEF\xBB\xBF";
  for (int i = 0; i < 3000; ++i)
    bytes += std::string(static_cast<std::size_t>(i * i % 701), 'a') + (i % 3 ? "\n" : "\r\n");
  const Lines whole = lines_of(bytes, 500);
  CHECK(whole.size() == 3000);
  for (const std::size_t piece : {1, 2, 3, 4097}) {
    PieceSource source(bytes, piece);
    CHECK((lines_of(source, 500) == whole));  // too long to be printed
  }
}

TEST_CASE("damage ends the lines, and is one of them; what the system refuses is thrown") {
  FailingSource corrupt("one\ntwo\nthr", ErrorCode::corrupt);
  CHECK(lines_of(corrupt) == Lines{"1@0:one", "2@4:two", "3@11?trouble"});
  FailingSource io("one\n", ErrorCode::io);
  CHECK_THROWS_AS(lines_of(io), Error);
}
