// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/input_list.h"

#include <unistd.h>

#include <catch2/catch.hpp>

#include "nsearch/error.h"
#include "support.h"

using nsearch::indexer::InputList;
using nsearch::indexer::list_inputs;

namespace {

std::string names(const InputList& list, const std::filesystem::path& base) {
  std::string all;
  for (const auto& input : list.inputs) {
    const bool below = input.path.rfind(base.string(), 0) == 0;
    all += (below ? input.path.substr(base.string().size() + 1) : input.path) +
           (input.trouble.empty() ? "" : "!") + " ";
  }
  return all;
}

}  // namespace

TEST_CASE("folders are listed recursively, by name, without hidden files and the index") {
  test::TemporaryFolder folder;
  test::write_file(folder / "b.txt", "12345");
  test::write_file(folder / "a/z.txt", "1");
  test::write_file(folder / "a/B.txt", "1");
  test::write_file(folder / "c/deep/x.txt", "1");
  test::write_file(folder / ".hidden/x.txt", "1");
  test::write_file(folder / "a/.hidden.txt", "1");
  test::write_file(folder / "news.idx/gen-1/postlist.glass", "1");
  const InputList list = list_inputs({folder.path().string()}, folder / "news.idx");
  CHECK(names(list, folder.path()) == "a/B.txt a/z.txt b.txt c/deep/x.txt ");
  CHECK(list.total_bytes == 8);
}

TEST_CASE("named files come in the order given, hidden ones too") {
  test::TemporaryFolder folder;
  test::write_file(folder / ".h.txt", "1");
  test::write_file(folder / "a.txt", "1");
  const InputList list =
      list_inputs({(folder / "a.txt").string(), (folder / ".h.txt").string(), "-"}, "none");
  CHECK(names(list, folder.path()) == "a.txt .h.txt - ");
  CHECK(list.total_bytes == 0);
}

TEST_CASE("links are followed, round in circles too, and one to nothing is reported") {
  test::TemporaryFolder folder;
  test::write_file(folder / "a/x.txt", "1");
  std::filesystem::create_directory_symlink(folder.path(), folder / "a/up");
  std::filesystem::create_symlink(folder / "a/x.txt", folder / "b.txt");
  std::filesystem::create_symlink(folder / "gone", folder / "c.txt");
  CHECK(names(list_inputs({folder.path().string()}, "none"), folder.path()) == "a/x.txt b.txt c.txt! ");
}

TEST_CASE("a folder that can't be read is reported, and the rest read") {
  if (::geteuid() == 0) {
    WARN("skipped: the superuser may read everything");
    return;
  }
  test::TemporaryFolder folder;
  test::write_file(folder / "a/x.txt", "1");
  test::write_file(folder / "b.txt", "1");
  std::filesystem::permissions(folder / "a", std::filesystem::perms::none);
  const InputList list = list_inputs({folder.path().string()}, "none");
  std::filesystem::permissions(folder / "a", std::filesystem::perms::owner_all);
  CHECK(names(list, folder.path()) == "a! b.txt ");
}

TEST_CASE("a path that does not exist is the caller's mistake") {
  try {
    list_inputs({"/nonexistent/x.txt"}, "none");
    FAIL("no error");
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == nsearch::ErrorCode::usage);
    CHECK(std::string(error.what()) == "/nonexistent/x.txt: no such file or folder");
  }
}
