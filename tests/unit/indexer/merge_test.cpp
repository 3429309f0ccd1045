// SPDX-License-Identifier: GPL-2.0-or-later
// Merging generations: the result is what a build of the documents that stay gives.
#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>

#include "builder/api_builder.h"
#include "builder/direct/direct_builder.h"
#include "builder/merge/merge_generations.h"
#include "builder/write_merged.h"
#include "database_comparison.h"
#include "glass_blocks.h"
#include "nsearch/error.h"
#include "random_postings.h"
#include "storage/index_schema.h"
#include "support.h"

using nsearch::indexer::DocumentPostings;
using nsearch::indexer::XapianDocument;
using nsearch::indexer::merge::merge_generations;
using nsearch::indexer::merge::MergeOptions;
using nsearch::indexer::merge::MergeSource;

namespace fs = std::filesystem;

namespace {

using Documents = std::map<std::uint32_t, DocumentPostings>;  // by number
using Metadata = std::map<std::string, std::string>;

/// Runs of consecutive numbers are a part each.
void build_directly(const fs::path& folder, const Documents& documents, const Metadata& metadata) {
  fs::create_directory(folder);
  nsearch::indexer::direct::DirectBuilder builder(folder);
  const auto part = builder.part_builder();
  std::uint64_t parts = 0;
  std::uint32_t next = 0;
  for (const auto& [number, document] : documents) {
    if (number != next) {
      if (next != 0) builder.take(part->finish());
      part->begin(parts++, number);
    }
    part->append(document);
    next = number + 1;
  }
  builder.take(part->finish());
  builder.finish(metadata);
}

void build_by_api(const fs::path& folder, const Documents& documents, const Metadata& metadata) {
  nsearch::indexer::ApiBuilder builder(folder);
  for (const auto& [number, document] : documents) builder.append(document, number);
  for (const auto& [key, value] : metadata) builder.set_metadata(key, value);
  builder.commit();
}

Documents random_documents(std::mt19937& random, int count, std::uint32_t first = 1) {
  Documents documents;
  std::uint32_t number = first;
  for (int i = 0; i < count; ++i) {
    documents[number] = test::random_postings(random);
    number += random() % 12 == 0 ? 1 + random() % 300 : 1;
  }
  return documents;
}

Documents numbered(const std::vector<DocumentPostings>& documents) {
  Documents all;
  for (const auto& document : documents) all[static_cast<std::uint32_t>(all.size() + 1)] = document;
  return all;
}

/// A source, and what of it stays, in order.
struct Made {
  MergeSource source;
  std::vector<DocumentPostings> staying;
};

/// Replaces, deletes and adds documents in several commits.
void update(const fs::path& folder, Documents& documents, std::mt19937& random) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN);
  XapianDocument made;
  for (int i = 0; i < 40; ++i) {
    const auto chosen =
        std::next(documents.begin(), static_cast<std::ptrdiff_t>(random() % documents.size()));
    if (i % 4 == 0 && documents.size() > 2) {
      database.delete_document(chosen->first);
      documents.erase(chosen);
    } else if (i % 2 == 0) {
      chosen->second = test::random_postings(random);
      database.replace_document(chosen->first, made.make(chosen->second));
    } else {
      const DocumentPostings added = test::random_postings(random);
      documents[database.add_document(made.make(added))] = added;
    }
    if (i % 15 == 14) database.commit();
  }
  database.commit();
}

void bury(const fs::path& folder, const std::vector<std::uint32_t>& numbers) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN);
  for (const std::uint32_t number : numbers) {
    Xapian::Document document = database.get_document(number);
    document.add_value(nsearch::schema::slot_tombstone, std::string(nsearch::schema::tombstone));
    database.replace_document(number, document);
  }
  database.commit();
}

/// In one of the states that writers leave a database in.
Made random_source(const fs::path& folder, std::mt19937& random, int count, const Metadata& metadata) {
  Documents documents = random_documents(random, count, random() % 2 == 0 ? 1 : 1 + random() % 500);
  if (random() % 2 == 0) {
    build_directly(folder, documents, metadata);
  } else {
    build_by_api(folder, documents, metadata);
  }
  if (random() % 2 == 0) update(folder, documents, random);
  Made made{{folder, {}}, {}};
  std::vector<std::uint32_t> buried;
  const unsigned dead_of_16 = random() % 3 == 0 ? 0 : random() % 12;
  for (const auto& [number, document] : documents) {
    if (random() % 16 < dead_of_16) {
      if (random() % 2 == 0) {
        buried.push_back(number);
      } else {
        made.source.dead.insert(number);
      }
    } else {
      made.staying.push_back(document);
    }
  }
  if (random() % 4 == 0) {
    for (const std::uint32_t number : buried) made.source.dead.insert(number);
  }
  for (const std::uint32_t never : {1u, 100'000'000u})
    made.source.dead.insert(documents.rbegin()->first + never);
  bury(folder, buried);
  if (random() % 3 == 0) {
    const std::string compacted = folder.string() + "-compact";
    Xapian::Database(folder.string())
        .compact(compacted, Xapian::Compactor::FULL | Xapian::DBCOMPACT_NO_RENUMBER);
    made.source.generation = compacted;
  }
  return made;
}

struct Sources {
  std::vector<MergeSource> sources;
  std::vector<DocumentPostings> staying;
};

/// `count` of them, the number of each in its metadata.
Sources random_sources(const test::TemporaryFolder& folder, std::mt19937& random, unsigned count) {
  Sources all;
  for (unsigned i = 0; i < count; ++i) {
    const std::string name = std::to_string(i);
    Made made = random_source(folder / name, random, 4 + static_cast<int>(random() % 60), {{"key", name}});
    all.sources.push_back(std::move(made.source));
    all.staying.insert(all.staying.end(), made.staying.begin(), made.staying.end());
  }
  return all;
}

fs::path merge(const fs::path& target, const std::vector<MergeSource>& sources, const Metadata& metadata = {},
               const MergeOptions& options = {}) {
  fs::create_directory(target);
  merge_generations(sources, target, metadata, options);
  return target;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    files[entry.path().filename().string()] = bytes_of(entry.path());
  }
  files["iamglass"].erase(16, 16);  // the UUID
  return files;
}

/// What a merge throws; empty where it throws nothing. Anything but an Error fails.
std::string error_of(const fs::path& target, const std::vector<MergeSource>& sources,
                     nsearch::ErrorCode code = nsearch::ErrorCode::corrupt) {
  try {
    merge(target, sources);
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == code);
    return error.what();
  }
  return {};
}

CATCH_TRANSLATE_EXCEPTION(const Xapian::Error& error) {
  return error.get_description();
}

constexpr const char* tables[] = {"postlist.glass", "docdata.glass", "termlist.glass", "position.glass"};

}  // namespace

TEST_CASE("merge: sources in any state give what a build of the documents that stay gives") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    std::mt19937 random(seed);
    test::TemporaryFolder folder;
    const auto [sources, staying] = random_sources(folder, random, 1 + seed % 3);
    REQUIRE(!staying.empty());
    MergeOptions options;
    options.threads = 1 + seed % 4;
    const fs::path merged = merge(folder / "merged", sources, {}, options);
    build_directly(folder / "expected", numbered(staying), {{"key", std::to_string(sources.size() - 1)}});
    test::check_same((folder / "expected").string(), merged.string(), 40, "seed " + std::to_string(seed));
    for (const char* table : tables) {
      INFO(table);
      CHECK(test::GlassTable(merged / table).find_fault() == "");
    }
  }
}

TEST_CASE("merge: of what the direct builder wrote it makes the entries that it would have written") {
  std::mt19937 random(3);
  test::TemporaryFolder folder;
  Documents first = numbered({}), second;
  for (std::uint32_t number = 1; number <= 150; ++number) first[number] = test::random_postings(random);
  for (std::uint32_t number = 1; number <= 40; ++number) second[number] = test::random_postings(random);
  build_directly(folder / "first", first, {});
  build_directly(folder / "second", second, {});
  nsearch::indexer::DocumentSet dead;
  std::vector<DocumentPostings> staying;
  for (const auto& [number, document] : first) {
    if (number % 7 == 0) {
      dead.insert(number);
    } else {
      staying.push_back(document);
    }
  }
  for (const auto& entry : second) staying.push_back(entry.second);
  const fs::path merged = merge(folder / "merged", {{folder / "first", dead}, {folder / "second", {}}});
  build_directly(folder / "expected", numbered(staying), {});
  for (const char* table : tables) {
    INFO(table);
    CHECK(test::GlassTable(merged / table).entries() ==
          test::GlassTable(folder / "expected" / table).entries());
  }
}

TEST_CASE("merge: the same bytes whatever the number of threads and the memory") {
  std::mt19937 random(4);
  test::TemporaryFolder folder;
  const Made a = random_source(folder / "a", random, 500, {});
  const Made b = random_source(folder / "b", random, 150, {});
  const auto one = files_of(merge(folder / "1", {a.source, b.source}));
  CHECK(one.at("postlist.glass").size() > 500'000);
  for (unsigned threads : {2u, 5u}) {
    MergeOptions options;
    options.threads = threads;
    options.memory = 0;
    const std::string name = std::to_string(threads);
    CHECK(files_of(merge(folder / name, {a.source, b.source}, {}, options)) == one);
  }
}

TEST_CASE("merge: metadata of all sources, later ones and the caller's last") {
  std::mt19937 random(5);
  test::TemporaryFolder folder;
  const std::string long_value(20'000, 'm'), odd_key("nul\0\xff", 5);
  const Documents documents = random_documents(random, 3);
  build_directly(folder / "a", documents,
                 {{"first", "1"}, {"both", "1"}, {"gone", "1"}, {odd_key, long_value}});
  build_by_api(folder / "b", documents, {{"second", "2"}, {"both", "2"}});
  const Xapian::Database merged(merge(folder / "merged", {{folder / "a", {}}, {folder / "b", {}}},
                                      {{"gone", ""}, {"never", ""}, {"new", "3"}})
                                    .string());
  const auto value = [&](const std::string& key) { return merged.get_metadata(key); };
  CHECK(value("first") == "1");
  CHECK(value("both") == "2");
  CHECK(value(odd_key) == long_value);
  CHECK(value("new") == "3");
  const std::vector<std::string> keys(merged.metadata_keys_begin(), merged.metadata_keys_end());
  CHECK(keys == std::vector<std::string>{"both", "first", "new", odd_key, "second"});
}

TEST_CASE("merge: nothing left is a database without documents that can be written to") {
  std::mt19937 random(6);
  test::TemporaryFolder folder;
  const Documents documents = random_documents(random, 20);
  build_directly(folder / "dead", documents, {{"key", "value"}});
  nsearch::indexer::DocumentSet all;
  for (const auto& entry : documents) all.insert(entry.first);
  build_by_api(folder / "empty", {}, {});
  int n = 0;
  for (const auto& sources :
       std::vector<std::vector<MergeSource>>{{{folder / "dead", all}},
                                             {{folder / "empty", {}}},
                                             {{folder / "empty", {}}, {folder / "dead", all}},
                                             {}}) {
    const std::string merged = merge(folder / std::to_string(n++), sources).string();
    CHECK(Xapian::Database::check(merged) == 0);
    Xapian::WritableDatabase database(merged, Xapian::DB_OPEN);
    CHECK(database.get_doccount() == 0);
    CHECK(database.get_lastdocid() == 0);
    CHECK(database.get_total_length() == 0);
    CHECK(database.get_doclength_upper_bound() == 0);
    CHECK(database.allterms_begin() == database.allterms_end());
    CHECK(database.get_value_freq(0) == 0);
    XapianDocument made;
    CHECK(database.add_document(made.make(documents.begin()->second)) == 1);
    database.commit();
    CHECK(Xapian::Database::check(merged) == 0);
  }
}

TEST_CASE("merge: an empty source between others changes nothing") {
  std::mt19937 random(7);
  test::TemporaryFolder folder;
  const Documents documents = random_documents(random, 30);
  build_by_api(folder / "a", documents, {});
  build_by_api(folder / "empty", {}, {});
  const auto alone = files_of(merge(folder / "1", {{folder / "a", {}}}));
  const auto between =
      files_of(merge(folder / "2", {{folder / "empty", {}}, {folder / "a", {}}, {folder / "empty", {}}}));
  CHECK(alone == between);
}

TEST_CASE("merge: documents with numbers of up to five bytes move down") {
  std::mt19937 random(8);
  test::TemporaryFolder folder;
  Documents sparse;
  for (std::uint32_t number : {1u, 0x7fffu, 0x8000u, 0x3fffffu, 0x400004u, 0x10000000u})
    sparse[number] = test::random_postings(random);
  build_directly(folder / "sparse", sparse, {});
  std::vector<DocumentPostings> staying;
  for (const auto& entry : sparse) staying.push_back(entry.second);
  build_directly(folder / "expected", numbered(staying), {});
  const fs::path merged = merge(folder / "merged", {{folder / "sparse", {}}});
  test::check_same((folder / "expected").string(), merged.string(), 20, "sparse");
}

TEST_CASE("merge: where Xapian merges, the same documents stay, in the same order") {
  const auto another_format = [](const fs::path&) { return std::string("another format"); };
  for (unsigned seed = 1; seed <= 12; ++seed) {
    std::mt19937 random(seed);
    test::TemporaryFolder folder;
    const auto [sources, staying] = random_sources(folder, random, 1 + seed % 3);
    fs::create_directory(folder / "merged");
    using nsearch::indexer::write_merged;
    CHECK(write_merged(sources, folder / "merged", {}, {}, another_format) == staying.size());
    const Xapian::Database merged((folder / "merged").string());
    CHECK(merged.get_doccount() == staying.size());
    std::vector<std::string> records, expected;
    for (auto one = merged.postlist_begin(""); one != merged.postlist_end(""); ++one)
      records.push_back(merged.get_document(*one).get_data());
    for (const DocumentPostings& document : staying) expected.push_back(document.record);
    INFO("seed " << seed);
    CHECK((records == expected));
  }
}

TEST_CASE("merge: a source that is cut anywhere is an error that names it") {
  std::mt19937 random(9);
  test::TemporaryFolder folder;
  build_directly(folder / "a", random_documents(random, 120), {{"key", "value"}});
  const auto files = files_of(folder / "a");
  for (const char* table : tables) {
    const std::string whole = bytes_of(folder / "a" / table);
    for (const std::size_t bytes :
         {std::size_t{0}, std::size_t{100}, whole.size() / 2, whole.size() - 8192}) {
      fs::copy(folder / "a", folder / "cut");
      fs::resize_file(folder / "cut" / table, bytes);
      const std::string error = error_of(folder / "merged", {{folder / "cut", {}}});
      INFO(table << ' ' << bytes);
      CHECK(error.find((folder / "cut" / table).string()) != std::string::npos);
      fs::remove_all(folder / "cut");
      fs::remove_all(folder / "merged");
    }
  }
  fs::copy(folder / "a", folder / "cut");
  fs::resize_file(folder / "cut" / "iamglass", 40);
  CHECK(error_of(folder / "merged", {{folder / "cut", {}}}).find("/cut") != std::string::npos);
  CHECK_FALSE(nsearch::indexer::merge::can_be_merged(folder / "cut"));
  CHECK(nsearch::indexer::merge::can_be_merged(folder / "a"));
  CHECK(error_of(folder / "2", {{folder / "nowhere", {}}}).find("/nowhere") != std::string::npos);
}

TEST_CASE("merge: a source with a wrong byte anywhere is an error, or can be merged") {
  std::mt19937 random(10);
  test::TemporaryFolder folder;
  build_directly(folder / "a", random_documents(random, 60), {{"key", "value"}});
  build_by_api(folder / "b", random_documents(random, 20), {});
  int errors = 0;
  for (int i = 0; i < 400; ++i) {
    const fs::path path = folder / "a" / tables[i % 4];
    std::string bytes = bytes_of(path);
    const std::string sound = bytes;
    // Half of them in what holds the tables together: the directories, the last block, which is the root.
    const std::size_t block = random() % (bytes.size() / 8192);
    const std::size_t at = i % 2 == 0   ? random() % bytes.size()
                           : i % 8 == 1 ? bytes.size() - 8192 + random() % 8192
                                        : block * 8192 + random() % 200;
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
    test::write_file(path, bytes);
    errors += !error_of(folder / "merged", {{folder / "a", {3, 4}}, {folder / "b", {}}}).empty();
    fs::remove_all(folder / "merged");
    test::write_file(path, sound);
  }
  CHECK(errors > 100);
  CHECK(error_of(folder / "merged", {{folder / "a", {}}, {folder / "b", {}}}).empty());
}

/// The directory of a table's first leaf loses its last item.
void lose_item(const fs::path& table) {
  std::string bytes = bytes_of(table);
  const std::size_t end = static_cast<unsigned char>(bytes[9]) << 8 | static_cast<unsigned char>(bytes[10]);
  bytes[9] = static_cast<char>((end - 2) >> 8);
  bytes[10] = static_cast<char>(end - 2);
  test::write_file(table, bytes);
}

TEST_CASE("merge: entries that are missing are noticed") {
  std::mt19937 random(11);
  test::TemporaryFolder folder;
  build_directly(folder / "a", random_documents(random, 120), {});
  for (const char* table : tables) {
    INFO(table);
    const fs::path path = folder / "a" / table;
    const std::string sound = bytes_of(path);
    lose_item(path);
    CHECK(error_of(folder / "merged", {{folder / "a", {}}}) != "");
    fs::remove_all(folder / "merged");
    test::write_file(path, sound);
  }
}

TEST_CASE("merge: what is counted anew must be whole as well") {
  test::TemporaryFolder folder;
  DocumentPostings x, y;  // the statistics name the least and the greatest value: more than a leaf holds
  x.values = {{3, std::string(6000, 'x')}};
  y.values = {{3, std::string(6000, 'y')}};
  build_directly(folder / "a", {{1, x}, {2, y}}, {});
  CHECK(error_of(folder / "merged", {{folder / "a", {}}}).empty());
  fs::remove_all(folder / "merged");
  lose_item(folder / "a" / "postlist.glass");
  CHECK(error_of(folder / "merged", {{folder / "a", {}}}).find("postlist.glass") != std::string::npos);
}

TEST_CASE("merge: a disk that is full at any moment is an error that names the file") {
  std::mt19937 random(12);
  test::TemporaryFolder folder;
  build_directly(folder / "a", random_documents(random, 150), {});
  struct rlimit before {};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  for (rlim_t limit : {0u, 5000u, 70'000u, 200'001u}) {
    const fs::path target = folder / std::to_string(limit);
    const struct rlimit full { limit, before.rlim_max };
    ::setrlimit(RLIMIT_FSIZE, &full);
    const std::string error = error_of(target, {{folder / "a", {}}}, nsearch::ErrorCode::io);
    ::setrlimit(RLIMIT_FSIZE, &before);
    CHECK(error.find(target.string()) != std::string::npos);
  }
  std::signal(SIGXFSZ, handler);
}

TEST_CASE("merge: who is told of its progress can end it") {
  std::mt19937 random(13);
  test::TemporaryFolder folder;
  build_directly(folder / "a", random_documents(random, 150), {});
  MergeOptions options;
  options.threads = 2;
  std::uint64_t told = 0;
  options.on_progress = [&](std::uint64_t bytes) {
    CHECK(bytes >= told);
    told = bytes;
  };
  merge(folder / "whole", {{folder / "a", {}}}, {}, options);
  CHECK(told > 500'000);
  struct Ended {};
  options.on_progress = [&](std::uint64_t bytes) {
    if (bytes > 100'000) throw Ended();
  };
  CHECK_THROWS_AS(merge(folder / "ended", {{folder / "a", {}}}, {}, options), Ended);
}
