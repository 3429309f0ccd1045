// SPDX-License-Identifier: GPL-2.0-or-later
#include "support.h"

#include <cstdlib>
#include <iterator>

#include "nsearch/analyzer.h"
#include "storage/index_schema.h"

namespace storage_test {

namespace fs = std::filesystem;
namespace schema = nsearch::schema;

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "nsearch-test-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()));
  path_ = name;
  fs::permissions(path_, fs::perms(0755));
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void write_file(const fs::path& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  REQUIRE(file);
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

void make_shard(const fs::path& folder, const std::vector<std::string>& languages, const Metadata& further) {
  constexpr int flags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;
  Xapian::WritableDatabase shard(folder.string(), flags);
  shard.set_metadata(std::string(schema::metadata_key::format), std::to_string(schema::format_version));
  for (const std::string& language : languages) {
    shard.set_metadata(std::string(schema::metadata_key::analysis) + language,
                       nsearch::analysis_fingerprint(language));
    Xapian::Document document;
    document.add_boolean_term(std::string(schema::prefix::language) + language);
    document.add_posting("word", 1);
    document.set_data("data of " + language);
    shard.add_document(document);
  }
  for (const auto& [key, value] : further) {
    shard.set_metadata(key, value);
  }
  shard.commit();
}

void make_index(const fs::path& folder, const std::vector<std::string>& languages, const Metadata& further) {
  fs::create_directories(folder);
  make_shard(folder / "gen-1", languages, further);
  write_file(folder / "XAPIANDB", "glass gen-1\n");
}

}  // namespace storage_test
