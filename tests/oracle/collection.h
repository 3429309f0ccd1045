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
  std::vector<Article> dead;           ///< replaced or removed, and in the tables all the same
  std::vector<std::string> languages;  ///< that the index holds
  std::vector<std::string> facets;     ///< their names

  // What is known of words, the dead included.

  /// The exact forms that stand for each surface form.
  std::unordered_map<std::string, std::set<std::string>> spellings;
  /// How many documents hold each surface form, and how many in their title.
  std::unordered_map<std::string, unsigned> documents, title_documents;

  /// Those in force, and the dead.
  std::vector<const Article*> in_tables() const;
};

/// `dead`: what the searcher's index still has in its tables.
Collection read_collection(nsearch::Searcher& searcher,
                           const std::vector<nsearch::StoredDocument>& dead = {});

}  // namespace oracle
