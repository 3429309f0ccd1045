// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "nsearch/document.h"
#include "nsearch/indexer.h"

/// A folder with inputs and an index, gone with the object.
class IndexFixture {
 public:
  IndexFixture();
  IndexFixture(const IndexFixture&) = delete;
  IndexFixture& operator=(const IndexFixture&) = delete;
  ~IndexFixture();

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string index() const { return path("news.idx"); }

  /// Writes an input file and gives its path.
  std::string write(const std::string& name, const std::string& content) const;

  /// What a run told.
  struct Told {
    nsearch::IndexSummary summary;
    std::vector<std::string>
        events;  ///< rejections and notes: "path:line: text", in order, paths below the folder
  };
  /// Indexes files of the folder.
  Told run(const std::vector<std::string>& names, nsearch::IndexRun run = {},
           const std::string& index = {}) const;

 private:
  std::filesystem::path folder_;
};

nsearch::Document article(const std::string& id, const std::string& body, const std::string& language = {});

/// JSON Lines of `count` articles in French and Dutch with ids from "`first`" on, all different.
std::string articles_jsonl(int first, int count, const std::string& extra = {});

/// All that the index holds of each document, by id: terms, wdf, positions, values, record; document numbers
/// left out. With `sequence` also what tells in which order the documents came.
std::map<std::string, std::string> dump(const std::string& index, bool sequence = true);
