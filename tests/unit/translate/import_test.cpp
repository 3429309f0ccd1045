// SPDX-License-Identifier: GPL-2.0-or-later
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "../searcher/tiny_index.h"
#include "nsearch/dictionaries.h"
#include "nsearch/error.h"

namespace fs = std::filesystem;
using namespace nsearch;

namespace {

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void write_packed(const fs::path& path, const std::string& bytes) {
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(file);
}

const std::string texts = "kade /x/\nquai\nboot /x/\n1. bateau, barque\n";  // 14 and 27 bytes
const std::string index_lines = "00databaseshort\tA\tB\nboot\tO\tb\nkade\tA\tO\n";

ErrorCode refused(const std::string& state, const DictionaryImport& what) {
  try {
    import_dictionary(state, what);
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("it was imported");
  return ErrorCode::internal;
}

}  // namespace

TEST_CASE("a dictd dictionary is imported, packed or not, listed and removed") {
  const tiny::Folder folder;
  const std::string state = folder.path().string();
  write(folder.path() / "my-nld-fra.index", index_lines);
  SECTION("packed") {
    write_packed(folder.path() / "my-nld-fra.dict.dz", texts);
  }
  SECTION("plain") {
    write(folder.path() / "my-nld-fra.dict", texts);
  }
  const ImportedDictionary imported = import_dictionary(state, {state + "/my-nld-fra.index"});
  CHECK(imported.info.name == "my-nld-fra");
  CHECK(imported.info.from == "nl");
  CHECK(imported.info.to == "fr");
  CHECK(imported.info.words == 2);
  CHECK(imported.info.translations == 3);
  CHECK(imported.left_out == 0);
  const std::vector<DictionaryInfo> list = list_dictionaries(state);
  REQUIRE(list.size() == 1);
  CHECK(list[0].name == "my-nld-fra");
  CHECK(list[0].words == 2);
  CHECK(list[0].bytes == imported.info.bytes);
  CHECK(remove_dictionary(state, "my-nld-fra"));
  CHECK(!remove_dictionary(state, "my-nld-fra"));
  CHECK(!remove_dictionary(state, "../my-nld-fra"));
  CHECK(list_dictionaries(state).empty());
}

TEST_CASE("what is damaged in a dictd dictionary is left out, and the first told") {
  const tiny::Folder folder;
  const std::string state = folder.path().string(), path = state + "/nld-fra.index";
  write(folder.path() / "nld-fra.index", index_lines + "broken\nfar\tZZZ\tB\ninside\tB\tC\n");
  write(folder.path() / "nld-fra.dict", texts);
  const ImportedDictionary imported = import_dictionary(state, {path});
  CHECK(imported.info.words == 2);
  CHECK(imported.left_out == 3);
  CHECK(imported.first_left_out == path + ", line 4: not a word, an offset and a length with tabs between");
}

TEST_CASE("a packed file that is damaged is refused, and the dictionary kept before stays") {
  const tiny::Folder folder;
  const std::string state = folder.path().string(), path = state + "/nld-fra.index";
  write(folder.path() / "nld-fra.index", index_lines);
  write_packed(folder.path() / "nld-fra.dict.dz", texts);
  import_dictionary(state, {path});
  std::ifstream in(folder.path() / "nld-fra.dict.dz", std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  write(folder.path() / "nld-fra.dict.dz", bytes);
  CHECK(refused(state, {path}) == ErrorCode::io);
  CHECK(list_dictionaries(state).size() == 1);
}

TEST_CASE("tab-separated values: languages by the name or as told, comments, damage") {
  const tiny::Folder folder;
  const std::string state = folder.path().string();
  write_packed(folder.path() / "omw-fra-nld.tsv.gz",
               "\xEF\xBB\xBF# words\r\nville\tstad\r\n\nno tab\nlieu\tplaats|oord\n");
  const ImportedDictionary imported = import_dictionary(state, {state + "/omw-fra-nld.tsv.gz"});
  CHECK(imported.info.name == "omw-fra-nld");
  CHECK(imported.info.from == "fr");
  CHECK(imported.info.words == 2);
  CHECK(imported.left_out == 1);
  CHECK(imported.first_left_out == state + "/omw-fra-nld.tsv.gz, line 4: no tab");
  write(folder.path() / "words.tsv", "ville\tciudad\n");
  CHECK(refused(state, {state + "/words.tsv"}) == ErrorCode::usage);
  CHECK(refused(state, {state + "/words.tsv", "fr", "french"}) == ErrorCode::usage);
  CHECK(refused(state, {state + "/words.tsv", "fr", "es", "../words"}) == ErrorCode::usage);
  CHECK(import_dictionary(state, {state + "/words.tsv", "fra", "es", "mine"}).info.name == "mine");
  CHECK(list_dictionaries(state).size() == 2);
}

TEST_CASE("what is no dictionary is refused") {
  const tiny::Folder folder;
  const std::string state = folder.path().string();
  write(folder.path() / "fr-nl.tsv", "a text\nand another\n");
  CHECK(refused(state, {state + "/fr-nl.tsv"}) == ErrorCode::usage);
  CHECK(refused(state, {state + "/absent-fr-nl.tsv"}) == ErrorCode::io);
  CHECK(refused(state, {state + "/absent-fr-nl.index"}) == ErrorCode::io);
  CHECK(refused(state + "/absent", {state + "/fr-nl.tsv"}) == ErrorCode::no_index);
}
