// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "nsearch/searcher.h"
#include "oracle/article.h"

namespace oracle {

/// All documents of an index, as the index gives them back, and their vocabulary.
struct Collection {
  std::vector<Article> articles;
  std::vector<std::string> languages;  ///< that the index holds
  std::vector<std::string> facets;     ///< their names
  /// The exact forms that stand for each surface form.
  std::unordered_map<std::string, std::set<std::string>> spellings;
  /// How many documents hold each surface form, and how many in their title.
  std::unordered_map<std::string, unsigned> documents, title_documents;
};

Collection read_collection(nsearch::Searcher& searcher);

}  // namespace oracle
