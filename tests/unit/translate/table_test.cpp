// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/table.h"

#include <fstream>

#include "../searcher/tiny_index.h"
#include "nsearch/error.h"

using namespace nsearch::searcher;

namespace {

std::string key(int number) {
  std::string digits = std::to_string(number);
  return "key" + std::string(6 - digits.size(), '0') + digits;
}

constexpr int keys = 5000;

std::string table_bytes() {
  TableWriter writer("the header");
  for (int i = 0; i < keys; ++i) writer.add(key(2 * i), "value " + std::to_string(i));
  return writer.finish();
}

class Written {
 public:
  explicit Written(const std::string& bytes) { std::ofstream(path(), std::ios::binary) << bytes; }
  std::filesystem::path path() const { return folder_.path() / "table"; }

 private:
  tiny::Folder folder_;
};

/// Every key is found right, or the damage is told.
bool sound(const std::string& bytes) {
  const Written file(bytes);
  try {
    Table table(file.path());
    bool same = table.header() == "the header";
    for (int i = 0; i < keys; i += 97) same = same && table.find(key(2 * i)) == "value " + std::to_string(i);
    return same;
  } catch (const nsearch::Error& error) {
    const bool told =
        error.code() == nsearch::ErrorCode::corrupt || error.code() == nsearch::ErrorCode::format_version;
    return told && std::string(error.what()).find(file.path().string()) == 0;
  }
}

}  // namespace

TEST_CASE("a table gives back what was written, and nothing else") {
  const Written file(table_bytes());
  Table table(file.path());
  CHECK(table.header() == "the header");
  for (int i = 0; i < keys; ++i) {
    REQUIRE(table.find(key(2 * i)) == "value " + std::to_string(i));
    REQUIRE(!table.find(key(2 * i + 1)));
  }
  CHECK(!table.find(""));
  CHECK(!table.find("zzz"));
}

TEST_CASE("an empty table holds nothing") {
  const Written file(TableWriter("h").finish());
  Table table(file.path());
  CHECK(table.header() == "h");
  CHECK(!table.find("x"));
}

TEST_CASE("a table that was cut or changed anywhere is damaged, never wrong") {
  const std::string bytes = table_bytes();
  for (std::size_t length = 0; length < bytes.size(); length += 1 + bytes.size() / 50) {
    INFO(length);
    CHECK(sound(bytes.substr(0, length)));
  }
  for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 200) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    INFO(at);
    CHECK(sound(changed));
  }
  CHECK_THROWS_AS(Table("/nowhere/table"), nsearch::Error);
}
