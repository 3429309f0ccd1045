// SPDX-License-Identifier: GPL-2.0-or-later
// The bytes of glass tables: what docs/index-format.md says that the direct builder relies on, in databases that it wrote.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "builder/direct/direct_builder.h"
#include "builder/glass/encoding.h"
#include "builder/glass/positions.h"
#include "glass_blocks.h"
#include "random_postings.h"
#include "support.h"

namespace glass = nsearch::indexer::glass;
using nsearch::indexer::DocumentPostings;
using nsearch::indexer::direct::DirectBuilder;
using test::GlassTable;
using namespace std::literals;

namespace {

/// "07 00 31": bytes as two digits each, spaces between runs left out.
std::string bytes(std::string_view hex) {
  std::string out, digits;
  for (const char c : hex) {
    if (c == ' ') continue;
    digits += c;
    if (digits.size() == 2) {
      out += static_cast<char>(std::stoi(digits, nullptr, 16));
      digits.clear();
    }
  }
  return out;
}

template <typename Append, typename... Values>
std::string appended(Append append, Values... values) {
  std::string out;
  append(out, values...);
  return out;
}

struct Term {
  std::string text;
  std::uint32_t wdf;
  std::vector<std::uint32_t> positions;
};

DocumentPostings document(const std::vector<Term>& terms,
                          std::vector<std::pair<std::uint32_t, std::string>> values, std::string record) {
  DocumentPostings postings;
  for (const Term& term : terms) {
    nsearch::indexer::TermPosting posting;
    posting.begin = static_cast<std::uint32_t>(postings.term_bytes.size());
    posting.size = static_cast<std::uint32_t>(term.text.size());
    posting.hash = nsearch::indexer::term_hash(term.text);
    posting.wdf = term.wdf;
    posting.first_position = static_cast<std::uint32_t>(postings.position_list.size());
    posting.positions = static_cast<std::uint32_t>(term.positions.size());
    postings.term_bytes += term.text;
    postings.position_list.insert(postings.position_list.end(), term.positions.begin(), term.positions.end());
    postings.terms.push_back(posting);
  }
  postings.values = std::move(values);
  postings.record = std::move(record);
  return postings;
}

/// Documents 1, 2 and 5: few of everything.
void build_small(const std::filesystem::path& folder) {
  std::filesystem::create_directory(folder);
  DirectBuilder builder(folder);
  const auto part = builder.part_builder();
  part->begin(0, 1);
  part->append(document({{"Qa1", 0, {}}, {"Zauto", 2, {}}, {"auto", 2, {1, 7}}, {"été", 1, {3}}},
                        {{0, "20200714"}, {5, "v7"}}, "a1\nUn titre"));
  part->append(document({{"Qb2", 0, {}}, {"Zauto", 4, {}}, {"auto", 4, {2, 5, 9, 20}}, {"autobus", 1, {4}}},
                        {{0, "20200101"}}, std::string(60, 'a')));
  builder.take(part->finish());
  part->begin(1, 5);
  part->append(document({{"Qc5", 0, {}}, {"auto", 1, {300}}, {"n\0l"s, 1, {}}}, {}, ""));
  builder.take(part->finish());
  builder.finish({{"a", "x"}});
}

/// Enough for branches above branches, tags over several leaves, lists of several chunks.
void build_large(const std::filesystem::path& folder) {
  std::filesystem::create_directory(folder);
  nsearch::indexer::MemoryPlan plan;
  plan.threads = 2;
  DirectBuilder builder(folder, plan);
  const auto part = builder.part_builder();
  std::mt19937 random(3);
  for (std::uint32_t number = 0; number < 4; ++number) {
    part->begin(number, 1 + 0x7000 * number);
    for (int i = 0; i < 400; ++i) part->append(test::random_postings(random));
    builder.take(part->finish());
  }
  builder.finish({{"long", std::string(30'000, 'm')}});
}

}  // namespace

TEST_CASE("glass: numbers, texts and keys as bytes") {
  using namespace glass;
  CHECK(appended(append_varint, 300u) == bytes("ac 02"));
  CHECK(appended(append_varint, 127u) == bytes("7f"));
  CHECK(appended(append_varint, 0u) == bytes("00"));
  CHECK(appended(append_sized, "v7") == bytes("02 76 37"));
  CHECK(appended(append_tail_integer, 0u).empty());
  CHECK(appended(append_tail_integer, 5u) == bytes("05"));
  CHECK(appended(append_tail_integer, 300u) == bytes("2c 01"));
  CHECK(appended(append_sortable, 1u) == bytes("00 01"));
  CHECK(appended(append_sortable, 0x7fffu) == bytes("7f ff"));
  CHECK(appended(append_sortable, 0x8000u) == bytes("80 80 00"));
  CHECK(appended(append_sortable, 0x400000u) == bytes("c0 40 00 00"));
  CHECK(appended(append_sortable_text, "n\0l"s, true) == bytes("6e 00 ff 6c 00"));
  CHECK(appended(append_sortable_text, "n\0l"s, false) == bytes("6e 00 ff 6c"));
  CHECK(appended(append_big_endian, 0x1fd1u, 2u) == bytes("1f d1"));
}

TEST_CASE("glass: sortable numbers and texts compare as bytes as they do by themselves") {
  std::mt19937_64 random(1);
  for (int i = 0; i < 20'000; ++i) {
    const std::uint64_t a = random() >> (28 + random() % 36), b = random() >> (28 + random() % 36);
    const std::string x = appended(glass::append_sortable, a), y = appended(glass::append_sortable, b);
    REQUIRE((x < y) == (a < b));
    REQUIRE(static_cast<unsigned char>(x[0]) != 0xff);
    std::string s, t;
    for (int n = static_cast<int>(random() % 4); n > 0; --n) s += "\0\x01z\xff"[random() % 4];
    for (int n = static_cast<int>(random() % 4); n > 0; --n) t += "\0\x01z\xff"[random() % 4];
    // As keys: the text, then a document's number.
    REQUIRE(((appended(glass::append_sortable_text, s, true) + x) <
             (appended(glass::append_sortable_text, t, true) + y)) == (s != t ? s < t : a < b));
  }
}

TEST_CASE("glass: positions by halving") {
  const auto coded = [](std::vector<std::uint32_t> positions) {
    std::string out;
    glass::append_positions(out, positions);
    return out;
  };
  CHECK(coded({300}) == bytes("ac 02"));
  CHECK(coded({1, 7}) == bytes("07 01"));
  CHECK(coded({2, 5, 9, 20}) == bytes("14 42 64 00"));
  CHECK(coded({0}) == bytes("00"));
}

TEST_CASE("glass: each table of a small database, byte by byte") {
  test::TemporaryFolder folder;
  build_small(folder / "db");
  const auto entries = [&](const char* table) { return GlassTable(folder / "db" / table).entries(); };
  using Entries = std::vector<std::pair<std::string, std::string>>;

  CHECK(entries("position.glass") == Entries{
                                         {"auto\0"s + bytes("00 01"), bytes("07 01")},
                                         {"auto\0"s + bytes("00 02"), bytes("14 42 64 00")},
                                         {"auto\0"s + bytes("00 05"), bytes("ac 02")},
                                         {"autobus\0"s + bytes("00 02"), bytes("04")},
                                         {"été\0"s + bytes("00 01"), bytes("03")},
                                     });
  const auto terms = entries("termlist.glass");
  REQUIRE(terms.size() == 5);
  CHECK(terms[0] == std::pair(bytes("00 01"), bytes("05 04 03") + "Qa1" + bytes("00 0c 05") + "Zauto" +
                                                  bytes("12 04") + "auto" + bytes("0a 05") + "été"));
  CHECK(terms[1] == std::pair(bytes("00 01 00"), bytes("00 04")));  // slots 0 and 5
  CHECK(terms[2].first == bytes("00 02"));
  CHECK(terms[3] == std::pair(bytes("00 02 00"), bytes("00")));
  CHECK(terms[4].first == bytes("00 05"));  // without values, without slots

  const auto data = entries("docdata.glass");
  REQUIRE(data.size() == 2);  // nothing for an empty one
  CHECK(data[0] == std::pair(bytes("00 01"), "a1\nUn titre"s));
  CHECK(data[1] == std::pair(bytes("00 02"), std::string(60, 'a')));

  const auto lists = entries("postlist.glass");
  const auto tag = [&](const std::string& key) {
    for (const auto& [found, value] : lists)
      if (found == key) return value;
    return "no such key"s;
  };
  CHECK(lists.size() == 14);
  CHECK(tag(bytes("00 c0") + "a") == "x");
  CHECK(tag(bytes("00 d0")) == bytes("02 08") + "2020010120200714");
  CHECK(tag(bytes("00 d0 05")) == bytes("01 02") + "v7");
  CHECK(tag(bytes("00 d8 00 00 01")) == bytes("08") + "20200714" + bytes("00 08") + "20200101");
  CHECK(tag(bytes("00 d8 05 00 01")) == bytes("02") + "v7");
  CHECK(tag("auto") == bytes("03 07 00 31 04 02 00 04 02 01"));
  CHECK(tag(bytes("00 e0")) == bytes("00 00 00 31 04 05 00 09 02 02"));
  CHECK(tag(bytes("6e 00 ff 6c")) == bytes("01 01 04 31 00 01"));
}

TEST_CASE("glass: the version file of a small database") {
  test::TemporaryFolder folder;
  build_small(folder / "db");
  std::ifstream in(folder / "db" / "iamglass", std::ios::binary);
  std::string file{std::istreambuf_iterator<char>(in), {}};
  REQUIRE(file.size() > 32);
  CHECK(file.substr(0, 16) == bytes("0f 0d") + "Xapian Glass" + bytes("04 6e"));
  const auto free_list = [&](const char* blocks) {
    return bytes("06 01") + bytes(blocks) + bytes("00 00 00 00");
  };
  const std::string none =
      bytes("00 03 00 04 12 06 01 00 00 00 00 00");  // no file: root 0, level 0, sequential, fake
  CHECK(file.substr(32) ==
        bytes("01") +                                    // revision
            bytes("02 06 0e 04 00") + free_list("03") +  // postlist: a branch over two leaves, 14 entries
            bytes("00 02 02 04 12") + free_list("01") +  // docdata: a leaf; compression from 18 bytes
            bytes("02 06 05 04 12") + free_list("03") +  // termlist
            bytes("00 02 05 04 00") + free_list("01") +  // position
            none + none +                                // spelling, synonym
            bytes("03 02 02 04 05 00 10 00"));
}

TEST_CASE("glass: items of a leaf") {
  test::TemporaryFolder folder;
  build_small(folder / "db");
  const GlassTable data(folder / "db" / "docdata.glass");
  const auto leaf = data.items(0);
  REQUIRE(leaf.size() == 3);
  CHECK(leaf[0] == bytes("60 00 00"));  // the entry without key and tag, before all others
  CHECK(leaf[1] == bytes("60 0d 02 00 01") + "a1\nUn titre");
  CHECK(data.block(0).substr(0, 5) == bytes("00 00 00 01 00"));  // revision 1, a leaf
}

TEST_CASE("glass: blocks, branches and pieces of large tables") {
  test::TemporaryFolder folder;
  build_large(folder / "db");
  unsigned levels = 0;
  bool several_pieces = false;
  for (const char* name : {"postlist.glass", "termlist.glass", "docdata.glass", "position.glass"}) {
    INFO(name);
    const GlassTable table(folder / "db" / name);
    REQUIRE(table.blocks() > 1);
    const std::string trouble = table.find_fault();
    CHECK(trouble.empty());
    if (!trouble.empty()) WARN(trouble);
    levels = std::max(levels, table.level(table.blocks() - 1));
    several_pieces |= table.most_pieces() > 1;
    // Deflate streams, which entries() inflates; records are compressed before they come here.
    CHECK((table.compressed_tags() > 0) == (name == "termlist.glass"sv));
    const auto entries = table.entries();
    CHECK(std::is_sorted(entries.begin(), entries.end()));
  }
  CHECK(levels >= 2);
  CHECK(several_pieces);
}

TEST_CASE("glass: the reader of blocks notices a spoiled table") {
  test::TemporaryFolder folder;
  build_large(folder / "db");
  const auto path = folder / "db" / "position.glass";
  std::string file;
  {
    std::ifstream in(path, std::ios::binary);
    file.assign(std::istreambuf_iterator<char>(in), {});
  }
  const GlassTable whole(path);
  REQUIRE(whole.find_fault().empty());
  // A leaf's free count; a key of a branch; a directory's order.
  for (const std::size_t at : {std::size_t{8}, file.size() - 12, std::size_t{8192 + 14}}) {
    std::string spoiled = file;
    spoiled[at] = static_cast<char>(spoiled[at] ^ 0x15);
    std::ofstream(path, std::ios::binary) << spoiled;
    CHECK_FALSE(GlassTable(path).find_fault().empty());
  }
}
