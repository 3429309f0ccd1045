// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/page_set.h"

#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "nsearch/error.h"
#include "quality/lines.h"
#include "reader/html/html_text.h"

namespace nsearch::quality {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "nsearch-pages-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw Error(ErrorCode::io, "no temporary folder " + name);
    path_ = name;
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void unpack(const std::string& archive, const fs::path& folder) {
  std::string arguments[] = {"tar", "-xzf", archive, "-C", folder.string()};
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  pid_t process = 0;
  int status = 1;
  if (::posix_spawnp(&process, "tar", nullptr, nullptr, pointers.data(), environ) != 0 ||
      ::waitpid(process, &status, 0) != process || status != 0) {
    throw Error(ErrorCode::io, "tar can't unpack " + archive);
  }
}

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorCode::io, "can't read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// One line of expected.jsonl a page; pages that the archive lacks are passed over.
void load_listed(const fs::path& folder, std::vector<JudgedPage>& pages) {
  for_each_line((folder / "expected.jsonl").string(), [&](std::string_view line) {
    const json expected = json::parse(line);
    const fs::path page = folder / text_of(expected, "html");
    if (!fs::exists(page)) return;
    pages.push_back({page.filename().string(), content(page), text_of(expected, "title"),
                     text_of(expected, "date"), text_of(expected, "body")});
  });
}

/// A folder a page.
void load_folders(const fs::path& folder, std::vector<JudgedPage>& pages) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    const json expected = json::parse(content(entry.path() / "expected-metadata.json"));
    pages.push_back({entry.path().filename().string(), content(entry.path() / "source.html"),
                     text_of(expected, "title"), text_of(expected, "publishedTime"),
                     indexer::html_text(content(entry.path() / "expected.html"))});
  }
}

}  // namespace

const std::vector<std::string>& page_sets() {
  static const std::vector<std::string> sets = {"html-orange", "html-readability"};
  return sets;
}

std::vector<JudgedPage> load_page_set(const std::string& folder, const std::string& set) {
  const TemporaryFolder temporary;
  unpack(folder + '/' + set + ".tar.gz", temporary.path());
  const fs::path root = temporary.path() / set;
  std::vector<JudgedPage> pages;
  if (fs::exists(root / "expected.jsonl")) {
    load_listed(root, pages);
  } else {
    load_folders(root, pages);
  }
  std::sort(pages.begin(), pages.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return pages;
}

}  // namespace nsearch::quality
