// SPDX-License-Identifier: GPL-2.0-or-later
// The direct builder against the public interface: one content, whichever of the two wrote it.
#include "builder/direct/direct_builder.h"

#include <sys/resource.h>
#include <xapian.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "builder/api_builder.h"
#include "builder/api_generation.h"
#include "builder/choose_builder.h"
#include "builder/direct/merge_runs.h"
#include "builder/direct/reduce_runs.h"
#include "builder/direct/self_check.h"
#include "corpora.h"
#include "database_comparison.h"
#include "glass_blocks.h"
#include "nsearch/error.h"
#include "random_postings.h"
#include "support.h"

using nsearch::indexer::ApiBuilder;
using nsearch::indexer::DocumentPostings;
using nsearch::indexer::XapianDocument;
using nsearch::indexer::direct::DirectBuilder;

namespace fs = std::filesystem;

namespace {

/// A part: documents with numbers from `first` on.
struct Part {
  std::uint32_t first;
  std::vector<DocumentPostings> documents;
};

const std::map<std::string, std::string> metadata = {
    {"key", "value"}, {"long", std::string(20'000, 'm') + '\0' + "end"}, {std::string("nul\0\xff", 5), "x"}};

std::string build_by_api(const fs::path& folder, const std::vector<Part>& parts) {
  ApiBuilder builder(folder);
  for (const Part& part : parts) {
    std::uint32_t number = part.first;
    for (const auto& document : part.documents) builder.append(document, number++);
  }
  for (const auto& [key, value] : metadata) builder.set_metadata(key, value);
  builder.commit();
  return folder.string();
}

std::string build_directly(const fs::path& folder, const std::vector<Part>& parts, unsigned threads = 2) {
  fs::create_directory(folder);
  nsearch::indexer::MemoryPlan plan;
  plan.threads = threads;
  DirectBuilder builder(folder, plan);
  const auto part_builder = builder.part_builder();
  std::uint64_t number = 0;
  for (const Part& part : parts) {
    part_builder->begin(number++, part.first);
    for (const auto& document : part.documents) part_builder->append(document);
    builder.take(part_builder->finish());
  }
  builder.finish(metadata);
  return folder.string();
}

std::vector<Part> odd_parts(unsigned seed, int documents) {
  // Numbers of two and three bytes in keys.
  static constexpr std::uint32_t firsts[] = {1, 3000, 0x7ff0, 0x8100};
  std::mt19937 random(seed);
  std::vector<Part> parts;
  for (std::uint32_t first : firsts) {
    Part& part = parts.emplace_back(Part{first, {}});
    for (int i = 0; i < documents; ++i) part.documents.push_back(test::random_postings(random));
  }
  return parts;
}

std::vector<Part> cut(const std::vector<DocumentPostings>& documents, std::size_t part_size) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < documents.size(); i += part_size) {
    Part& part = parts.emplace_back(Part{static_cast<std::uint32_t>(i + 1), {}});
    const std::size_t end = std::min(documents.size(), i + part_size);
    part.documents.assign(documents.begin() + static_cast<std::ptrdiff_t>(i),
                          documents.begin() + static_cast<std::ptrdiff_t>(end));
  }
  return parts;
}

/// The same additions, replacements and deletions for each database.
void update(const std::string& path, const std::vector<DocumentPostings>& documents, unsigned seed) {
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  std::vector<Xapian::docid> numbers(database.postlist_begin(""), database.postlist_end(""));
  std::mt19937 random(seed);
  XapianDocument made;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Xapian::docid number = numbers[random() % numbers.size()];
    if (i % 3 == 0) {
      database.replace_document(number, made.make(documents[i]));
    } else if (i % 3 == 1) {
      try {
        database.delete_document(number);
      } catch (const Xapian::DocNotFoundError&) {
        // Deleted already, in each database alike.
      }
    } else {
      database.add_document(made.make(documents[i]));
    }
    if (i % 400 == 399) database.commit();
  }
  database.set_metadata("key", "another value");
  database.commit();
}

std::string compacted(const std::string& path, int level) {
  const std::string target = path + "-compact" + std::to_string(level);
  Xapian::Database(path).compact(target, static_cast<unsigned>(level));
  return target;
}

/// Fresh, compacted, updated, compacted again.
void check_all(const std::string& api, const std::string& direct,
               const std::vector<DocumentPostings>& changes, int queries) {
  test::check_same(api, direct, queries, "fresh");
  for (int level : {Xapian::Compactor::STANDARD, Xapian::Compactor::FULLER}) {
    test::check_same(compacted(api, level), compacted(direct, level), queries / 4, "compacted");
  }
  update(api, changes, 7);
  update(direct, changes, 7);
  test::check_same(api, direct, queries, "updated");
  test::check_same(compacted(api, Xapian::Compactor::FULL), compacted(direct, Xapian::Compactor::FULL),
                   queries / 4, "updated and compacted");
}

std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().filename().string()].assign(std::istreambuf_iterator<char>(in), {});
  }
  files["iamglass"].erase(16, 16);  // the UUID
  return files;
}

}  // namespace

TEST_CASE("direct builder: odd documents are as Xapian itself writes them") {
  test::TemporaryFolder folder;
  const auto parts = odd_parts(1, 12);
  const auto changes = odd_parts(2, 40).front().documents;
  check_all(build_by_api(folder / "api", parts), build_directly(folder / "direct", parts), changes, 40);
}

TEST_CASE("direct builder: articles are as Xapian itself writes them") {
  const auto documents = test::corpora_postings(150);
  if (documents.empty()) {
    WARN("skipped: no corpora here");
    return;
  }
  test::TemporaryFolder folder;
  const std::vector<DocumentPostings> changes(documents.end() - 60, documents.end());
  const auto parts = cut({documents.begin(), documents.end() - 30}, 50);
  check_all(build_by_api(folder / "api", parts), build_directly(folder / "direct", parts), changes, 100);
}

// Minutes: run by name, once for a release. NSEARCH_TELL_COUNTS=1 tells what was compared.
TEST_CASE("direct builder: thousands of odd documents", "[.all]") {
  for (unsigned seed = 10; seed < 14; ++seed) {
    test::TemporaryFolder folder;
    const auto parts = odd_parts(seed, 100);
    const auto changes = odd_parts(seed + 100, 1100).front().documents;
    check_all(build_by_api(folder / "api", parts), build_directly(folder / "direct", parts), changes, 1000);
  }
}

TEST_CASE("direct builder: thousands of articles", "[.all]") {
  const auto documents = test::corpora_postings(5000);
  test::TemporaryFolder folder;
  const std::vector<DocumentPostings> changes(documents.end() - 1100, documents.end());
  const auto parts = cut(documents, 700);
  check_all(build_by_api(folder / "api", parts), build_directly(folder / "direct", parts), changes, 1500);
}

TEST_CASE("direct builder: one document, one without terms, and few") {
  test::TemporaryFolder folder;
  std::mt19937 random(5);
  DocumentPostings empty, plain;
  plain.term_bytes = "word";
  plain.terms = {{0, 4, 1, 0, 0}};
  const std::vector<Part> one{{1, {plain}}};
  const std::vector<Part> some{{1, {empty, plain, test::random_postings(random)}}, {9, {empty}}};
  int n = 0;
  for (const auto* parts : {&one, &some}) {
    const std::string number = std::to_string(n++);
    test::check_same(build_by_api(folder / ("api" + number), *parts),
                     build_directly(folder / ("direct" + number), *parts), 20, number);
  }
}

TEST_CASE("direct builder: numbers of up to five bytes") {
  test::TemporaryFolder folder;
  std::mt19937 random(6);
  std::vector<Part> parts;
  for (std::uint32_t first : {0x3fffffu, 0x400004u, 0x1fffffffu, 0x20000003u, 0xfffffff0u}) {
    parts.push_back({first, {test::random_postings(random), test::random_postings(random)}});
  }
  // Without Xapian's check, which takes memory for every number up to the last.
  const Xapian::Database api(build_by_api(folder / "api", parts));
  const Xapian::Database direct(build_directly(folder / "direct", parts));
  CHECK(test::compare(api, direct, 20).differences.empty());
}

TEST_CASE("direct builder: documents without any term make a database") {
  test::TemporaryFolder folder;
  const std::vector<Part> parts{{1, {{}, {}}}};
  const Xapian::Database database(build_directly(folder / "direct", parts));
  CHECK(database.get_doccount() == 2);
  CHECK(database.get_total_length() == 0);
  CHECK_FALSE(database.has_positions());
  CHECK(database.get_document(2).get_data().empty());
  CHECK(Xapian::Database::check((folder / "direct").string()) == 0);
}

TEST_CASE("direct builder: the same bytes whatever the number of threads") {
  test::TemporaryFolder folder;
  const auto parts = odd_parts(4, 150);
  const auto one = files_of(build_directly(folder / "1", parts, 1));
  CHECK(one.at("postlist.glass").size() > 500'000);
  CHECK(files_of(build_directly(folder / "2", parts, 2)) == one);
  CHECK(files_of(build_directly(folder / "5", parts, 5)) == one);
}

TEST_CASE("direct builder: many runs are merged in several passes into what one pass makes of them") {
  const auto parts = odd_parts(9, 60);
  std::map<std::string, std::string> entries;
  for (const std::size_t most : {std::size_t{100}, std::size_t{16}, std::size_t{3}}) {
    test::TemporaryFolder folder;
    nsearch::indexer::direct::RunStore store(folder / "runs");
    nsearch::indexer::direct::RunPartBuilder builder;
    for (const Part& part : parts) {
      for (std::size_t i = 0; i < part.documents.size(); i += 5) {
        builder.begin(0, part.first + static_cast<std::uint32_t>(i));
        for (std::size_t j = i; j < i + 5; ++j) builder.append(part.documents[j]);
        store.add(static_cast<nsearch::indexer::direct::RunPart&>(*builder.finish()).postings);
      }
    }
    REQUIRE(store.runs().size() == 48);
    nsearch::indexer::MemoryPlan plan;
    plan.threads = 2;
    reduce_runs(store, most, plan);
    CHECK(store.runs().size() <= most);
    nsearch::indexer::glass::TableWriter postings(folder / "postlist.glass"),
        positions(folder / "position.glass");
    merge_runs(store, postings, positions, plan);
    postings.finish();
    positions.finish();
    for (const char* table : {"postlist.glass", "position.glass"}) {
      std::string all;
      for (const auto& [key, tag] : test::GlassTable(folder / table).entries())
        all += std::to_string(key.size()) + key + std::to_string(tag.size()) + tag;
      CHECK(all.size() > 100'000);
      CHECK(all == entries.try_emplace(table, all).first->second);
    }
  }
}

TEST_CASE("direct builder: long lists go through small windows") {
  const auto parts = odd_parts(10, 150);
  std::map<std::string, std::string> usual;
  for (const std::uint64_t merging : {std::uint64_t{192} << 20, std::uint64_t{64} << 10}) {
    test::TemporaryFolder folder;
    nsearch::indexer::MemoryPlan plan;
    plan.merging = merging;
    DirectBuilder builder(folder.path(), plan);
    const auto part_builder = builder.part_builder();
    for (const Part& part : parts) {
      part_builder->begin(0, part.first);
      for (const auto& document : part.documents) part_builder->append(document);
      builder.take(part_builder->finish());
    }
    builder.finish(metadata);
    const auto files = files_of(folder.path());
    if (usual.empty()) usual = files;
    CHECK(files == usual);
  }
}

TEST_CASE("direct builder: the comparison notices a spoiled database") {
  test::TemporaryFolder folder;
  std::mt19937 random(8);
  const std::vector<Part> parts{{1, {test::random_postings(random), test::random_postings(random)}}};
  const std::string api = build_by_api(folder / "api", parts);
  const std::string direct = build_directly(folder / "direct", parts);
  REQUIRE(test::compare(Xapian::Database(api), Xapian::Database(direct), 10).differences.empty());
  auto content = files_of(direct).at("iamglass");
  content.insert(16, 16, 'u');
  const std::size_t last_byte_of_total = content.size() - 2;
  content[last_byte_of_total] = static_cast<char>(content[last_byte_of_total] ^ 1);
  std::ofstream(direct + "/iamglass", std::ios::binary) << content;
  CHECK(Xapian::Database::check(direct) == 0);  // which is why there is a comparison
  CHECK_FALSE(test::compare(Xapian::Database(api), Xapian::Database(direct), 10).differences.empty());
}

TEST_CASE("direct builder: what Xapian refuses is refused") {
  test::TemporaryFolder folder;
  for (const std::string& term : {std::string(246, 'a'), std::string(123, '\0'), std::string()}) {
    DocumentPostings document;
    document.term_bytes = term;
    document.terms = {{0, static_cast<std::uint32_t>(term.size()), 1, 0, 0}};
    const std::string name = std::to_string(term.size());
    // Of NULs it takes one more than can be updated safely.
    if (term.size() != 123)
      CHECK_THROWS_AS(build_by_api(folder / ("api" + name), {{1, {document}}}), nsearch::Error);
    CHECK_THROWS_AS(build_directly(folder / ("direct" + name), {{1, {document}}}), nsearch::Error);
  }
}

TEST_CASE("direct builder: nothing but a database's files is left") {
  test::TemporaryFolder folder;
  build_directly(folder / "direct", odd_parts(1, 40));
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "direct"))
    files.insert(entry.path().filename().string());
  CHECK(files == std::set<std::string>{"docdata.glass", "iamglass", "position.glass", "postlist.glass",
                                       "termlist.glass"});
}

TEST_CASE("direct builder: a document of more words than can be counted is refused, and named") {
  test::TemporaryFolder folder;
  DocumentPostings document;
  document.id = "long";
  document.term_bytes = "ab";
  document.terms = {{0, 1, 0xffffffff, 0, 0}, {1, 1, 1, 0, 0}};
  try {
    build_directly(folder / "direct", {{1, {document}}});
    FAIL("no error");
  } catch (const nsearch::Error& error) {
    CHECK(std::string(error.what()).find("long: ") == 0);
  }
}

TEST_CASE("direct builder: a disk that is full at any moment is an error that names the file") {
  const auto parts = odd_parts(1, 40);
  // A file that may not grow beyond a limit fails as a full disk does: first a write comes short.
  struct rlimit before {};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  for (rlim_t limit : {0u, 5000u, 70'000u, 150'000u, 200'001u}) {
    test::TemporaryFolder folder;
    const struct rlimit full { limit, before.rlim_max };
    ::setrlimit(RLIMIT_FSIZE, &full);
    std::string message;
    try {
      build_directly(folder / "direct", parts);
    } catch (const nsearch::Error& error) {
      message = error.what();
      CHECK(error.code() == nsearch::ErrorCode::io);
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    CHECK(message.find("/direct/") != std::string::npos);
  }
  std::signal(SIGXFSZ, handler);
}

TEST_CASE("direct builder: the check at the start passes with this Xapian and leaves nothing behind") {
  test::TemporaryFolder folder;
  CHECK(nsearch::indexer::direct::self_check(folder / "check") == "");
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("direct builder: a builder that fails its check is not used, and that is said") {
  test::TemporaryFolder folder;
  const auto fails = [](const fs::path&) { return std::string("another version"); };
  std::vector<std::string> said;
  const auto say = [&](const std::string& text) { said.push_back(text); };
  nsearch::indexer::BuilderSettings settings;
  settings.folder = folder.path();
  auto builder = choose_builder(settings, say, fails);
  CHECK(dynamic_cast<nsearch::indexer::ApiGeneration*>(builder.get()));
  REQUIRE(said.size() == 1);
  CHECK(said.front().find("another version") != std::string::npos);
  settings.name = "direct";
  CHECK_THROWS_AS(choose_builder(settings, say, fails), nsearch::Error);
  const auto passes = [](const fs::path&) { return std::string(); };
  builder = choose_builder(settings, say, passes);
  CHECK(dynamic_cast<DirectBuilder*>(builder.get()));
  settings.name = "api";
  CHECK(dynamic_cast<nsearch::indexer::ApiGeneration*>(choose_builder(settings, say, passes).get()));
  CHECK(said.size() == 1);
}
