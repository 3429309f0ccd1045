// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/container/unpack.h"

#include <catch2/catch.hpp>
#include <random>

#include "container/packing.h"
#include "nsearch/error.h"
#include "reader/container/unpack_budget.h"

using namespace reader_test;

namespace {

using List = std::vector<std::string>;

std::string sample(std::size_t size) {
  std::mt19937 random(11);
  std::string text;
  while (text.size() < size) text += "regel " + std::to_string(random()) + "\n";
  return text;
}

std::string compressed(const std::string& how, const std::string& bytes) {
  return how == "gzip" ? gzip(bytes) : compress(how, bytes);
}

const std::string methods[] = {"gzip", "zstd", "bzip2", "xz"};

}  // namespace

TEST_CASE("unpack: what is not packed is given as it is") {
  CHECK(unpacked("Une dépêche.", "a.txt") == List{"a.txt: Une dépêche."});
  CHECK(unpacked("") == List{"in: "});
  CHECK(unpacked("PK") == List{"in: PK"});
}

TEST_CASE("unpack: compression is known by its content") {
  const std::string text = sample(300000);
  for (const std::string& how : methods) {
    INFO(how);
    CHECK(unpacked(compressed(how, text), "a.jsonl") == List{"a.jsonl: " + text});
    CHECK(unpacked(compressed(how, "")) == List{"in: "});
    CHECK(unpacked(compressed(how, "one ") + compressed(how, "two")) == List{"in: one two"});
    CHECK(unpacked(compressed(how, compressed("gzip", text))) == List{"in: " + text});
  }
}

TEST_CASE("unpack: what stands before damage in compressed data is given, and the damage told of") {
  const std::string text = sample(2'000'000);
  for (const std::string& how : methods) {
    INFO(how);
    const std::string whole = compressed(how, text);
    const auto cut = unpacked(whole.substr(0, whole.size() / 2));
    REQUIRE(cut.size() == 1);
    const std::size_t brace = cut[0].rfind('{');
    REQUIRE(brace != std::string::npos);
    CHECK(cut[0].substr(brace).find(how + ": ") == 1);
    CHECK(cut[0].substr(brace).find(" at byte ") != std::string::npos);
    CHECK(brace > 100'000);
    CHECK(cut[0].substr(4, brace - 4) == text.substr(0, brace - 4));
  }
}

TEST_CASE("unpack: the members of an archive, in its order") {
  const Members members = {{"fr/", ""},
                           {"fr/a.txt", "Première."},
                           {"./nl/b.txt", "Tweede."},
                           {"leeg.txt", ""},
                           {"../etc/c.txt", "Three."}};
  const List expected = {"in.x!/fr/a.txt: Première.", "in.x!/nl/b.txt: Tweede.",
                         "in.x!/leeg.txt: ", "in.x!/../etc/c.txt: Three."};
  CHECK(unpacked(tar(members), "in.x") == expected);
  CHECK(unpacked(zip(members), "in.x") == expected);
  CHECK(unpacked(zip(members, false), "in.x") == expected);
  for (const std::string& how : methods) CHECK(unpacked(compressed(how, tar(members)), "in.x") == expected);
}

TEST_CASE("unpack: what a sparse member does not store is NULs") {
  const std::string hole(5'000, '\0');
  const std::string bytes = "first" + hole + "second" + hole + hole + "last";
  const std::string packed = sparse_tar("a", bytes);
  REQUIRE(packed.size() < bytes.size());
  CHECK(unpacked(packed) == List{"in!/a: " + bytes});
}

TEST_CASE("unpack: one in another, with every name in the path") {
  const std::string inner = zip({{"deep/c.html", "<p>c"}});
  const std::string outer = gzip(tar({{"a.jsonl.gz", gzip("{}")}, {"b.zip", inner}, {"d.txt", "d"}}));
  CHECK(unpacked(outer, "x.tgz") ==
        List{"x.tgz!/a.jsonl.gz: {}", "x.tgz!/b.zip!/deep/c.html: <p>c", "x.tgz!/d.txt: d"});
}

TEST_CASE("unpack: nesting is bounded") {
  std::string bytes = "content";
  for (unsigned layer = 0; layer < most_layers; ++layer)
    bytes = layer % 2 == 0 ? gzip(bytes) : tar({{"t", bytes}});
  CHECK(unpacked(bytes) == List{"in!/t!/t!/t!/t: content"});
  CHECK(unpacked(gzip(bytes)) == List{"in!/t!/t!/t!/t@0: packed more than 8 times, one in another"});
}

TEST_CASE("unpack: hidden members are passed over, as in folders") {
  CHECK(unpacked(tar({{".hidden", "x"}, {"a/.b/c", "x"}, {"__MACOSX/._a", "x"}, {"a.b", "y"}})) ==
        List{"in!/a.b: y"});
}

TEST_CASE("unpack: names are text, whatever they were") {
  const auto odd = unpacked(tar({{"caf\xe9/\x01.txt", "x"}}));
  CHECK(odd == List{"in!/caf%E9/%01.txt: x"});
  CHECK(unpacked(zip({{"été/août.txt", "x"}})) == List{"in!/été/août.txt: x"});
  const std::string long_name = std::string(300, 'n').append("/é.txt");
  CHECK(unpacked(tar({{long_name, "x"}})) == List{"in!/" + long_name + ": x"});
}

TEST_CASE("unpack: a damaged archive gives what came before, with the member and the byte") {
  const std::string text = sample(50'000);
  const Members members = {{"a", "first"}, {"b", text}, {"c", "last"}};

  SECTION("tar cut within a member") {
    const auto all = unpacked(tar(members).substr(0, 20'000));
    REQUIRE(all.size() == 3);
    CHECK(all[0] == "in!/a: first");
    CHECK(all[1].find("in!/b: " + text.substr(0, 15'000)) == 0);
    CHECK(all[1].find("{tar: damaged (Truncated") != std::string::npos);
    CHECK(all[1].ends_with(" at byte 20000 of the archive}"));
    CHECK(all[2].find("in@20000: tar: damaged (") == 0);
    CHECK(all[2].ends_with("; no more of it is read"));
  }
  SECTION("zip cut within a member") {
    const std::string whole = zip(members);
    const auto all = unpacked(whole.substr(0, whole.size() / 2));
    REQUIRE(all.size() >= 2);
    CHECK(all[0] == "in!/a: first");
    CHECK(all[1].find("in!/b: " + text.substr(0, 1'000)) == 0);
    CHECK(all[1].find("{zip: damaged (") != std::string::npos);
  }
  SECTION("a wrong checksum in a zip costs that member") {
    std::string whole = zip(members);
    char& checksum = whole[whole.find("PK\x07\x08") + 4];
    checksum = static_cast<char>(checksum ^ 1);
    const auto all = unpacked(whole);
    REQUIRE(all.size() == 3);
    CHECK(all[0].find("in!/a: first{zip: damaged (ZIP bad CRC") == 0);
    CHECK(all[1] == "in!/b: " + text);
    CHECK(all[2] == "in!/c: last");
  }
  SECTION("a damaged header in a tar costs that member, and is told once") {
    std::string whole = tar(members);
    whole[1024] = '\x7f';  // of b's name
    const auto all = unpacked(whole);
    REQUIRE(all.size() == 3);
    CHECK(all[0] == "in!/a: first");
    CHECK(all[1].find("in@") == 0);
    CHECK(all[1].find("Damaged tar") != std::string::npos);
    CHECK(all[2] == "in!/c: last");
  }
  SECTION("several damaged headers are told one by one") {
    const std::string whole = tar({{"a", "first"}, {"b", "x"}, {"c", "more"}, {"d", "x"}, {"e", "last"}});
    std::string damaged = whole;
    for (const char name : {'b', 'd'}) damaged[whole.find(std::string(1, name) + '\0')] = '\x7f';
    const auto all = unpacked(damaged);
    REQUIRE(all.size() == 5);
    CHECK(all[1].find("Damaged tar") != std::string::npos);
    CHECK(all[2] == "in!/c: more");
    CHECK(all[3].find("Damaged tar") != std::string::npos);
    CHECK(all[4] == "in!/e: last");
  }
  SECTION("compression cut around an archive") {
    const std::string whole = gzip(tar(members));
    const auto all = unpacked(whole.substr(0, whole.size() / 2));
    REQUIRE(all.size() == 3);
    CHECK(all[0] == "in!/a: first");
    CHECK(all[1].find("{gzip: cut short at byte " + std::to_string(whole.size() / 2)) != std::string::npos);
    CHECK(all[2].find("gzip: cut short at byte ") != std::string::npos);
  }
}

TEST_CASE("unpack: a bomb is stopped, and told of") {
  const std::string zeros(UnpackBudget::free_bytes + 10'000'000, '\0');
  const auto check = [](const List& all, const std::string& path) {
    REQUIRE(all.size() == 2);
    CHECK(all[0].size() < UnpackBudget::free_bytes + 1'000'000);
    CHECK(all[0].find(path + ": ") == 0);
    CHECK(all[0].find("{unpacks to more than 500 times its size") != std::string::npos);
    CHECK(all[1].find("in@") == 0);
    CHECK(all[1].ends_with(": an archive bomb: the rest of it is not read"));
  };
  check(unpacked(gzip(zeros)), "in");
  check(unpacked(compress("zstd", zeros)), "in");
  check(unpacked(zip({{"z", zeros}, {"after", "x"}})), "in!/z");
  SECTION("many small ones count together") {
    const std::string part(8 * 1024 * 1024, '\0');
    Members members;
    for (int i = 0; i < 12; ++i) members.emplace_back(std::to_string(i), part);
    const auto all = unpacked(zip(members));
    REQUIRE(all.size() == 10);
    CHECK(all[8].find("archive bomb") != std::string::npos);
    CHECK(all[9].find("in@") == 0);
  }
}

TEST_CASE("unpack: damage anywhere never throws, and never ends without a word") {
  std::mt19937 random(12);
  const Members members = {{"a.txt", sample(3000)}, {"b/c.txt", "tweede"}, {"d", gzip(sample(2000))}};
  const std::string wholes[] = {tar(members),
                                zip(members),
                                zip(members, false),
                                compress("zstd", tar(members)),
                                compress("xz", tar(members)),
                                compress("bzip2", sample(9000)),
                                gzip(zip(members))};
  for (int round = 0; round < 400; ++round) {
    std::string bytes = wholes[static_cast<std::size_t>(round) % std::size(wholes)];
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (round % 3 == 0) bytes.resize(random() % bytes.size());
    CHECK_NOTHROW(unpacked(bytes));
  }
}
