// SPDX-License-Identifier: GPL-2.0-or-later
// Damaged tables: what is read of them ends all the same, and says what is wrong.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "glass/database.h"
#include "glass/positions.h"
#include "glass/posting_list.h"
#include "glass/term_walk.h"
#include "glass/values.h"
#include "glass/version.h"
#include "match/compile.h"
#include "match/outline.h"
#include "match/ranker.h"
#include "tiny_index.h"

namespace glass = nsearch::glass;

namespace {

using namespace std::string_literals;

/// "ba", "bb" in very many, "bb" with a zero byte, "bc"; a value of each document.
class Database {
 public:
  static constexpr Xapian::docid documents = 6000;

  Database() {
    Xapian::WritableDatabase database(folder_.path().string(), Xapian::DB_CREATE_OR_OPEN);
    for (Xapian::docid i = 1; i <= documents; ++i) {
      Xapian::Document document;
      document.add_term("bb", i % 3 == 0 ? 300 : 1);
      if (i == 5) document.add_term("ba");
      if (i == 6) document.add_term("bb\0"s);
      if (i == 7) document.add_term("bc");
      document.add_value(0, std::to_string(i));
      database.add_document(document);
    }
    database.commit();
  }

  /// The first or last key with a number behind `from` begins with `to` from now on, and is `length` bytes long: less of the
  /// number.
  enum class Which { first, last };
  void damage(Which which, const std::string& from, const std::string& to, char length = 0) {
    std::string bytes = read(postings);
    std::set<std::string> keys;
    const std::size_t whole =
        from.size() + 2;  // the last two bytes are the number; the length stands before it
    for (std::size_t at = 0; (at = bytes.find(from, at + 1)) != std::string::npos;) {
      if (bytes[at - 1] == static_cast<char>(whole)) keys.insert(bytes.substr(at, whole));
    }
    REQUIRE(keys.size() >= 2);
    const std::string key = which == Which::first ? *keys.begin() : *keys.rbegin();
    REQUIRE(key.size() >= to.size());
    for (std::size_t at = 0; (at = bytes.find(key, at)) != std::string::npos; ++at) {
      bytes.replace(at, to.size(), to);
      if (length != 0) bytes[at - 1] = length;
    }
    write(postings, bytes);
  }

  /// The key that divides the leaves with `from` and a number begins with `to` from now on.
  void damage_divider(const std::string& from, const std::string& to) {
    std::string bytes = read(postings);
    const char cut =
        static_cast<char>(from.size() + 1);  // after the number's first byte; behind it the piece: 1
    unsigned found = 0;
    for (std::size_t at = 0; (at = bytes.find(from, at + 1)) != std::string::npos;) {
      if (bytes[at - 1] != cut || bytes.compare(at + from.size() + 1, 2, "\0\1"s) != 0) continue;
      bytes.replace(at, to.size(), to);
      ++found;
    }
    REQUIRE(found > 0);
    write(postings, bytes);
  }

  /// The version file says from now on that there is one document.
  void damage_count() {
    std::string bytes = read(version);
    const std::size_t at = bytes.rfind("\xf0\x2e\0"s);  // 6000, and no number beyond
    REQUIRE(at != std::string::npos);
    bytes.replace(at, 3, "\1\xef\x2e"s);
    write(version, bytes);
  }

  /// As a writer does with blocks that are free, but all at once: a later revision, and nothing that makes sense.
  void overwrite() {
    const std::string bytes(std::filesystem::file_size(folder_.path() / postings), '\xff');
    std::fstream(folder_.path() / postings, std::ios::binary | std::ios::in | std::ios::out) << bytes;
  }

  std::unique_ptr<glass::Database> open() const {
    return glass::Database::open(folder_.path(), glass::read_version(folder_.path())->revision);
  }

 private:
  static constexpr const char* postings = "postlist.glass";
  static constexpr const char* version = "iamglass";

  std::string read(const char* file) const {
    std::ifstream in(folder_.path() / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  void write(const char* file, const std::string& bytes) const {
    std::ofstream(folder_.path() / file, std::ios::binary) << bytes;
  }

  tiny::Folder folder_;
};

std::string walked(const glass::Database& database) {
  std::string terms;
  for (glass::TermWalk walk(database.postings(), "b"); !walk.done(); walk.next())
    terms += walk.term() + ' ' + std::to_string(walk.frequency()) + ' ';
  return terms;
}

/// The last document of those that are met when `step` are passed over each time; 0: all.
std::uint32_t last_of(const glass::Database& database, std::uint32_t step) {
  glass::PostingList list(database.postings());
  std::uint32_t last = 0;
  list.open("bb");
  while (!list.at_end()) {
    REQUIRE(list.document() > last);
    last = list.document();
    if (step == 0) {
      list.next();
    } else {
      const std::uint32_t wanted = last + step + 1;
      list.seek(wanted);
      REQUIRE((list.at_end() || list.document() >= wanted));
    }
  }
  return last;
}

}  // namespace

TEST_CASE("A walk meets a term that ends in a zero byte, behind one with many chunks") {
  const auto database = Database().open();
  CHECK(walked(*database) == "ba 1 bb 6000 bb\0 1 bc 1 "s);
}

TEST_CASE("A walk over terms ends where a key was damaged into an earlier one") {
  Database damaged;
  damaged.damage(Database::Which::first, "bb\0"s, "ba\0"s);
  const auto database = damaged.open();
  CHECK_THROWS_AS(walked(*database), Xapian::DatabaseCorruptError);
}

TEST_CASE("A key that is closed though nothing follows is of no term") {
  Database damaged;
  damaged.damage(Database::Which::first, "bb\0"s, "bb\0"s, 3);
  CHECK_THROWS_AS(walked(*damaged.open()), Xapian::DatabaseCorruptError);
}

TEST_CASE("Documents of a list ascend, or the list is damaged") {
  Database damaged;
  const auto sound = damaged.open();
  CHECK(last_of(*sound, 0) == Database::documents);
  CHECK(last_of(*sound, 2500) > 5000);
  damaged.damage(Database::Which::last, "bb\0"s, "bb\0\0\1"s);
  const auto database = damaged.open();
  CHECK_THROWS_AS(last_of(*database, 0), Xapian::DatabaseCorruptError);
  CHECK_THROWS_AS(last_of(*database, 20), Xapian::DatabaseCorruptError);
}

TEST_CASE("A chunk that is not where its list is divided is damaged") {
  Database damaged;
  damaged.damage_divider("bb\0"s, "cb\0"s);
  const auto database = damaged.open();
  CHECK(last_of(*database, 0) == Database::documents);  // the leaves are whole
  CHECK_THROWS_AS(last_of(*database, 1300), Xapian::DatabaseCorruptError);
}

TEST_CASE("Where there are more documents than the version file says, counts don't contradict each other") {
  using namespace nsearch::searcher::match;
  Database damaged;
  damaged.damage_count();
  const auto database = damaged.open();
  auto parts = compile(*outline_of(Xapian::Query("bb") | Xapian::Query("ba")), *database);
  REQUIRE(parts);
  Ranker ranker(*database, std::move(*parts), 1, 20);
  ranker.rank();
  CHECK(ranker.counts().least > 1);
  CHECK(ranker.counts().least <= ranker.counts().most);
}

TEST_CASE("Documents with a value ascend, or the values are damaged") {
  Database damaged;
  const auto all = [](const glass::Database& database) {
    std::uint32_t documents = 0;
    glass::for_each_valued(database.postings(), 0, [&](std::uint32_t) { ++documents; });
    return documents;
  };
  CHECK(all(*damaged.open()) == Database::documents);
  damaged.damage(Database::Which::last, "\0\xd8\0"s, "\0\xd8\0\0\1"s);
  CHECK_THROWS_AS(all(*damaged.open()), Xapian::DatabaseCorruptError);
}

TEST_CASE("What makes no sense in a block that was overwritten meanwhile is no damage") {
  Database overwritten;
  const auto database = overwritten.open();
  glass::Cursor cursor(database->postings());
  REQUIRE(cursor.seek("bb"));
  overwritten.overwrite();
  CHECK_THROWS_AS(cursor.next(), Xapian::DatabaseModifiedError);
  CHECK_THROWS_AS(cursor.corrupt("an entry"), Xapian::DatabaseModifiedError);
}

TEST_CASE("A few bytes that claim thousands of millions of positions are damaged") {
  const std::string last = "\xff\xff\xff\xff\x0f", first_of_zero(4, '\0'), very_many(4, '\x7f');
  std::vector<std::uint32_t> positions;
  CHECK_FALSE(glass::decode_positions(last + first_of_zero + very_many, positions));
  CHECK(positions.capacity() == 0);
}
