// SPDX-License-Identifier: GPL-2.0-or-later
// Single bits of an index's files are flipped. Glass tables have no checksums, so not all of it can be seen; what
// is in a stored record is. NSEARCH_FLIPS: how many for each table; NSEARCH_SEED: other ones.
#include <xapian.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <random>
#include <sstream>
#include <vector>

#include "../integration/index_fixture.h"
#include "amount.h"
#include "check/isolated.h"
#include "nsearch/check.h"
#include "nsearch/error.h"
#include "nsearch/maintenance.h"
#include "storage/index_directory.h"
#include "storage/open_database.h"

namespace fs = std::filesystem;

namespace {

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream content;
  content << in.rdbuf();
  return content.str();
}

/// One bit of a file, as long as the object lives.
class Flip {
 public:
  Flip(const fs::path& file, std::size_t bit) : file_(file), bit_(bit) { flip(); }
  Flip(const Flip&) = delete;
  Flip& operator=(const Flip&) = delete;
  ~Flip() { flip(); }

 private:
  void flip() const {
    std::fstream file(file_, std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(static_cast<std::streamoff>(bit_ / 8));
    const char byte = static_cast<char>(file.get() ^ (1 << bit_ % 8));
    file.seekp(static_cast<std::streamoff>(bit_ / 8));
    file.put(byte);
  }
  const fs::path file_;
  const std::size_t bit_;
};

/// Hears what reading an index in a child process says.
struct Heard : nsearch::indexer::Finds {
  void problem(const std::string&, const std::string& what) override { problems += what + '\n'; }
  void note(const std::string& text) override { told = text; }
  void counted(const std::string&, std::uint64_t) override {}
  void at(const char*, std::string_view) override {}
  std::string problems, told;
};

std::string sum_of(const std::map<std::string, std::string>& documents) {
  std::size_t sum = 0;
  for (const auto& [id, content] : documents) sum = sum * 31 + std::hash<std::string>()(id + content);
  return std::to_string(sum);
}

/// Whether a note says, behind the index's name, what a reader said.
bool noted(const nsearch::CheckReport& report, const std::string& said) {
  return std::any_of(report.notes.begin(), report.notes.end(), [&](const std::string& note) {
    const std::size_t name = note.find(": ");
    return name != std::string::npos && said.find(note.substr(name)) != std::string::npos;
  });
}

struct Counts {
  int seen = 0, crashed = 0, harmless = 0, silent = 0;
};

}  // namespace

TEST_CASE("flipped bits: what a check sees, by table") {
  const int flips = amount("NSEARCH_FLIPS", 6);
  std::mt19937_64 random(static_cast<unsigned>(amount("NSEARCH_SEED", 1)));
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 300));
  fixture.run({"a.jsonl"});
  const fs::path generation = nsearch::IndexDirectory(fixture.index()).in_force().main;
  const std::string expected = sum_of(dump(fixture.index()));
  std::map<std::string, Counts> tables;
  for (const char* table : {"postlist", "docdata", "termlist", "position"}) {
    const fs::path file = generation / (std::string(table) + ".glass");
    Counts& counts = tables[table];
    for (int i = 0; i < flips; ++i) {
      const std::size_t bit = random() % (fs::file_size(file) * 8);
      const Flip flip(file, bit);
      nsearch::CheckOptions options;
      options.deep = true;
      const nsearch::CheckReport report = nsearch::check_index(fixture.index(), options);
      const bool crashed =
          std::any_of(report.parts.begin(), report.parts.end(), [](const auto& p) { return p.crashed; });
      if (crashed) {
        ++counts.crashed;
      } else if (report.problems > 0) {
        ++counts.seen;
      } else {
        // Nothing seen: it must be that nothing changed, but for what no check can know.
        Heard heard;
        nsearch::indexer::run_isolated([&](auto& finds) { finds.note(sum_of(dump(fixture.index()))); },
                                       std::chrono::seconds(120), heard);
        if (heard.told == expected) {
          ++counts.harmless;
        } else if (noted(report, heard.problems)) {
          // Not as a problem, since it may be as it is meant (another analysis); readers refuse it with the same words.
          ++counts.seen;
        } else {
          ++counts.silent;
          std::cerr << file << ", byte " << bit / 8 << ", bit " << bit % 8 << ": " << heard.problems << '\n';
        }
      }
    }
  }
  std::cerr << "flips     seen  crash  no effect  wrong and unseen\n";
  for (const auto& [table, c] : tables) {
    std::cerr << std::left << std::setw(9) << table << std::right << std::setw(5) << c.seen << std::setw(7)
              << c.crashed << std::setw(11) << c.harmless << std::setw(18) << c.silent << '\n';
  }
  for (const auto& [table, c] : tables) {
    INFO(table);
    CHECK(c.silent == 0);
  }
  CHECK(nsearch::check_index(fixture.index()).problems == 0);  // all is as it was
}

TEST_CASE("flipped bits: every one inside a stored record is seen, by a check and by a dump") {
  const int flips = amount("NSEARCH_FLIPS", 6) * 5;
  std::mt19937_64 random(static_cast<unsigned>(amount("NSEARCH_SEED", 1)));
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 300));
  fixture.run({"a.jsonl"});
  const fs::path file = nsearch::IndexDirectory(fixture.index()).in_force().main / "docdata.glass";
  const std::string bytes = content_of(file);
  std::vector<std::pair<std::size_t, std::size_t>> records;  // begin, size
  {
    const Xapian::Database database = nsearch::open_for_reading(fixture.index());
    for (auto d = database.postlist_begin(""); d != database.postlist_end(""); ++d) {
      const std::string record = database.get_document(*d).get_data();
      if (const std::size_t at = bytes.find(record); at != std::string::npos)
        records.emplace_back(at, record.size());
    }
  }
  REQUIRE(records.size() > 250);  // the others lie in two blocks
  int unseen = 0;
  for (int i = 0; i < flips; ++i) {
    const auto [begin, size] = records[random() % records.size()];
    const Flip flip(file, begin * 8 + random() % (size * 8));
    std::uint64_t damaged = 0;
    nsearch::dump_index(
        fixture.index(), [](std::string_view) { return true; },
        [&](const nsearch::DamagedDocument&) { ++damaged; });
    unseen += damaged != 1;
    if (i % 10 == 0) unseen += nsearch::check_index(fixture.index()).problems == 0;
  }
  std::cerr << "flips inside stored records: " << flips << ", unseen: " << unseen << '\n';
  CHECK(unseen == 0);
}
