// SPDX-License-Identifier: GPL-2.0-or-later
// Mirrored folders and files that are sent again: what did not come again is deleted, and nothing else.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "container/packing.h"
#include "index_fixture.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"

namespace fs = std::filesystem;
using reader_test::tar;
using reader_test::zip;

namespace {

std::string ids(const IndexFixture& fixture) {
  std::string text;
  for (const auto& [id, content] : dump(fixture.index())) text += (text.empty() ? "" : " ") + id;
  return text;
}

/// The same, of those that are paths the part below the folder "in".
std::string short_ids(const IndexFixture& fixture) {
  std::string text = ids(fixture);
  const std::string folder = fixture.path("in/");
  for (std::size_t at = 0; (at = text.find(folder, at)) != text.npos;) text.erase(at, folder.size());
  return text;
}

nsearch::IndexRun mirroring() {
  nsearch::IndexRun run;
  run.delete_missing = true;
  return run;
}

std::string line(const std::string& id) {
  return R"({"id":")" + id + R"(","lang":"nl","body":"Een bericht over )" + id + "\"}\n";
}

}  // namespace

TEST_CASE("delete missing: of a file that comes again, and of nothing else") {
  IndexFixture fixture;
  fixture.write("a.jsonl", line("a1") + line("a2") + line("a3"));
  fixture.write("b.jsonl", line("b1"));
  fixture.write("a.jsonl.old", line("o1"));
  fixture.run({"a.jsonl", "b.jsonl", "a.jsonl.old"});
  {
    nsearch::IndexWriter writer(fixture.index());
    writer.add(article("memory", "Van geen bestand.", "nl"));
    writer.commit();
  }
  fixture.write("a.jsonl", line("a1") + line("a4"));
  const auto without = fixture.run({"a.jsonl"});
  CHECK(without.summary.deleted == 0);
  CHECK(ids(fixture) == "a1 a2 a3 a4 b1 memory o1");
  const auto told = fixture.run({"a.jsonl"}, mirroring());
  CHECK(told.summary.deleted == 2);
  CHECK(told.summary.unchanged == 2);
  CHECK(told.summary.documents == 5);
  CHECK(ids(fixture) == "a1 a4 b1 memory o1");
}

TEST_CASE("delete missing: files that are gone from a folder, at any depth") {
  IndexFixture fixture;
  fixture.write("in/a.jsonl", line("a"));
  fixture.write("in/deep/er/b.jsonl", line("b1") + line("b2"));
  fixture.write("in/c.txt", "Titel\n\nEen tekst over de regering.");
  fixture.write("inside.jsonl", line("other"));  // no file of the folder, though its name begins alike
  fixture.run({"in", "inside.jsonl"});
  fs::remove_all(fixture.path("in/deep"));
  fs::remove(fixture.path("in/c.txt"));
  const auto told = fixture.run({"in"}, mirroring());
  CHECK(told.summary.deleted == 3);
  CHECK(ids(fixture) == "a other");
}

TEST_CASE("delete missing: a document that moved to another file stays") {
  IndexFixture fixture;
  fixture.write("in/a.jsonl", line("x") + line("y"));
  fixture.run({"in"});
  fixture.write("in/a.jsonl", line("y"));
  fixture.write("in/b.jsonl", line("x"));
  CHECK(fixture.run({"in"}, mirroring()).summary.deleted == 0);
  CHECK(ids(fixture) == "x y");
  fs::remove(fixture.path("in/b.jsonl"));
  CHECK(fixture.run({"in"}, mirroring()).summary.deleted == 1);
  CHECK(ids(fixture) == "y");
}

TEST_CASE("delete missing: nothing from what could not be read to its end") {
  IndexFixture fixture;
  fixture.write("in/a.jsonl", line("a1") + line("a2"));
  fixture.write("in/b.jsonl", line("b1") + line("b2"));
  fixture.write("in/c.jsonl", line("c1") + line("c2"));
  fixture.write("in/d.jsonl", line("d1") + line("d2"));
  fixture.run({"in"});
  fixture.write("in/a.jsonl", line("a1") + "{\"id\":\"a2\",\"body\":");      // cut: whose line was that?
  fixture.write("in/b.jsonl", line("b1") + "{\"id\":\"b2\",\"body\":7}\n");  // b2 did come
  fixture.write("in/c.jsonl", "\x1f\x8b\x08 no gzip");
  fixture.write("in/d.jsonl", line("d1"));
  const auto told = fixture.run({"in"}, mirroring());
  CHECK(told.summary.deleted == 1);
  CHECK(ids(fixture) == "a1 a2 b1 b2 c1 c2 d1");
  CHECK(std::count(told.events.begin(), told.events.end(),
                   "in/a.jsonl:0: not read to its end: nothing from it is deleted") == 1);
}

TEST_CASE("delete missing: members of archives") {
  IndexFixture fixture;
  const auto text = [](const char* about) {
    return std::string("Titel\n\nEen bericht over ") + about + ".\n";
  };
  const std::string a = text("de haven"), b = text("de beurs"), c = text("de trein");
  fixture.write("in/x.tar", tar({{"a.txt", a}, {"b.txt", b}, {"c.jsonl", line("c1") + line("c2")}}));
  fixture.write("in/y.zip", zip({{"z/a.txt", a}, {"b.txt", b}}));
  fixture.write("in/w.tar", tar({{"a.txt", a}, {"b.txt", c}}));
  fixture.run({"in"});
  CHECK(short_ids(fixture) ==
        "w.tar!/a.txt w.tar!/b.txt x.tar!/a.txt x.tar!/b.txt y.zip!/b.txt y.zip!/z/a.txt c1 c2");
  CHECK(fixture.run({"in"}, mirroring()).summary.unchanged == 8);
  const std::string whole = tar({{"a.txt", a}, {"b.txt", c}});
  fixture.write("in/w.tar", whole.substr(0, whole.size() / 4));  // cut: nothing of it goes
  fixture.write("in/x.tar", tar({{"a.txt", a}, {"c.jsonl", line("c2")}}));
  fs::remove(fixture.path("in/y.zip"));
  CHECK(fixture.run({"in"}, mirroring()).summary.deleted == 4);
  CHECK(short_ids(fixture) == "w.tar!/a.txt w.tar!/b.txt x.tar!/a.txt c2");
}

TEST_CASE("delete missing: nothing from a folder that is empty, as one that is not mounted") {
  IndexFixture fixture;
  fixture.write("in/a.jsonl", line("a1"));
  fixture.run({"in"});
  fs::remove(fixture.path("in/a.jsonl"));
  const auto told = fixture.run({"in"}, mirroring());
  CHECK(told.summary.deleted == 0);
  CHECK(told.events == std::vector<std::string>{"in/:0: holds no file: nothing from it is deleted"});
  CHECK(ids(fixture) == "a1");
}

TEST_CASE("delete missing: nothing by a run that is cancelled, or from standard input") {
  IndexFixture fixture;
  fixture.write("in/a.jsonl", line("a1") + line("a2"));
  fixture.run({"in"});
  fixture.write("in/a.jsonl", line("a1"));
  nsearch::IndexRun run = mirroring();
  run.cancelled = [] { return true; };
  CHECK(fixture.run({"in"}, run).summary.deleted == 0);
  CHECK(ids(fixture) == "a1 a2");
  run = mirroring();
  run.paths = {"-"};
  CHECK_THROWS_AS(nsearch::index_files(fixture.index(), run), nsearch::Error);
}

TEST_CASE("delete missing: paths and ids longer than a term") {
  IndexFixture fixture;
  const std::string folder = "in/" + std::string(120, 'f') + "/" + std::string(120, 'g');
  const std::string long_id(300, 'i');
  fixture.write(folder + "/a.jsonl", line(long_id + "1") + line(long_id + "2"));
  fixture.write(folder + "/b.jsonl", line("b"));
  fixture.run({"in"});
  fixture.write(folder + "/a.jsonl", line(long_id + "2"));
  fs::remove(fixture.path(folder + "/b.jsonl"));
  CHECK(fixture.run({"in"}, mirroring()).summary.deleted == 2);
  CHECK(ids(fixture) == long_id + "2");
  // A file by itself: its path is looked for whole, and the index's term of it is cut.
  fixture.write(folder + "/a.jsonl", line("c"));
  CHECK(fixture.run({folder + "/a.jsonl"}, mirroring()).summary.deleted == 1);
  CHECK(ids(fixture) == "c");
}
