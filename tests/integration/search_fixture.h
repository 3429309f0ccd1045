// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "nsearch/index_writer.h"
#include "nsearch/searcher.h"

/// An index in a temporary folder, written and read through the public interfaces only.
class LiveIndex {
 public:
  LiveIndex() {
    std::string pattern = (std::filesystem::temp_directory_path() / "nsearch-search-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
  }
  ~LiveIndex() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  LiveIndex(const LiveIndex&) = delete;
  LiveIndex& operator=(const LiveIndex&) = delete;

  std::string path() const { return folder_ / "news.idx"; }

  void write(const std::vector<nsearch::Document>& documents) const {
    nsearch::IndexWriter writer(path());
    for (const nsearch::Document& document : documents) {
      const nsearch::AddResult result = writer.add(document);
      if (result.outcome == nsearch::AddOutcome::rejected)
        throw std::runtime_error(document.id + ": " + result.reason);
    }
    writer.commit();
  }

 private:
  std::filesystem::path folder_;
};

inline nsearch::Document article(std::string id, std::string language, std::string title, std::string body,
                                 std::string date = {}) {
  nsearch::Document document;
  document.id = std::move(id);
  document.language = std::move(language);
  document.title = std::move(title);
  document.body = std::move(body);
  document.date = std::move(date);
  return document;
}

inline nsearch::SearchRequest asking(const std::string& query) {
  nsearch::SearchRequest request;
  request.query = query;
  return request;
}

inline std::string ids(const nsearch::SearchResults& results, bool ranked = false) {
  if (results.diagnostic) return "malformed: " + results.diagnostic->message;
  std::vector<std::string> found;
  for (const nsearch::Hit& hit : results.hits) found.push_back(hit.id);
  if (!ranked) std::sort(found.begin(), found.end());
  std::string text;
  for (const std::string& id : found) text += (text.empty() ? "" : " ") + id;
  return text;
}

/// The text with its marks in brackets.
inline std::string shown(const nsearch::MarkedText& text) {
  std::string out;
  std::size_t at = 0;
  for (const auto& [begin, end] : text.marks) {
    out += text.text.substr(at, begin - at) + "[" + text.text.substr(begin, end - begin) + "]";
    at = end;
  }
  return out + text.text.substr(at);
}
