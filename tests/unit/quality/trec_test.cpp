// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/trec.h"

#include <unistd.h>
#include <zlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "nsearch/error.h"
#include "quality/lines.h"

using namespace nsearch::quality;
namespace fs = std::filesystem;

namespace {

/// A folder that goes when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "nsearch-quality-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { fs::remove_all(path_); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
    return (path_ / name).string();
  }
  std::string write_gzip(const std::string& name, const std::string& text) const {
    const std::string path = (path_ / name).string();
    const gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    return path;
  }
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::vector<std::string> ids(const Ranking& ranking) {
  std::vector<std::string> out;
  for (const RankedDocument& document : ranking) out.push_back(document.id);
  return out;
}

}  // namespace

TEST_CASE("judgments: grades, documents left out, queries without an answer") {
  const TemporaryFolder folder;
  const Qrels qrels =
      read_qrels(folder.write("qrels.txt", "q1 0 a 2\nq1 0 b 0\nq1 0 c -1\nq2 0 a 0\nq2 0 c -1\n"));
  REQUIRE(qrels.size() == 1);
  CHECK(qrels.at("q1").relevant == std::map<std::string, int>{{"a", 2}});
  CHECK(qrels.at("q1").left_out == std::set<std::string>{"c"});
  CHECK_THROWS_AS(read_qrels(folder.write("bad.txt", "q1 0 a\n")), nsearch::Error);
  CHECK_THROWS_AS(read_qrels(folder.write("bad2.txt", "q1 0 a yes\n")), nsearch::Error);
}

TEST_CASE("a run is ordered by its ranks, not by its lines") {
  const TemporaryFolder folder;
  const Run run = read_run(folder.write_gzip("x.run.gz", "q1 Q0 b 2 1.5 x\nq1 Q0 a 1 2.5 x\nq2 Q0 c 1 1 x"));
  CHECK(ids(run.at("q1")) == std::vector<std::string>{"a", "b"});
  CHECK(run.at("q1").front().score == 2.5);
  CHECK(ids(run.at("q2")) == std::vector<std::string>{"c"});
  CHECK_THROWS_AS(read_run(folder.path("absent.run")), nsearch::Error);
}

TEST_CASE("what is written is read back") {
  const TemporaryFolder folder;
  write_run(folder.path("out.run"), {{"q1", {{"a", 3.25}, {"b", 3.25}, {"c", 1}}}}, "tag");
  const Run run = read_run(folder.path("out.run"));
  CHECK(ids(run.at("q1")) == std::vector<std::string>{"a", "b", "c"});
  CHECK(run.at("q1")[1].score == 3.25);
  CHECK_THROWS_AS(write_run(folder.path("no/such/folder.run"), run, "tag"), nsearch::Error);
}

TEST_CASE("queries keep everything behind the first tab") {
  const TemporaryFolder folder;
  const auto queries = read_queries(folder.write("queries.tsv", "q1\tChine: R&D, l’IA\r\nq2\ta\tb\n"));
  REQUIRE(queries.size() == 2);
  CHECK(queries[0].id == "q1");
  CHECK(queries[0].text == "Chine: R&D, l’IA");
  CHECK(queries[1].text == "a\tb");
  CHECK_THROWS_AS(read_queries(folder.write("bad.tsv", "no tab\n")), nsearch::Error);
}

TEST_CASE("lines longer than a block come whole") {
  const TemporaryFolder folder;
  const std::string longest(200'000, 'a');
  std::vector<std::string> lines;
  for_each_line(folder.write_gzip("long.gz", longest + "\nb\n\nc"),
                [&](std::string_view line) { lines.emplace_back(line); });
  CHECK(lines == std::vector<std::string>{longest, "b", "", "c"});
}
