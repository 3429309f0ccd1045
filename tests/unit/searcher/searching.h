// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

#include "../../errors.h"
#include "nsearch/searcher.h"
#include "tiny_index.h"

inline std::vector<nsearch::StoredDocument> courses(int from, int to) {
  std::vector<nsearch::StoredDocument> documents;
  for (int i = from; i < to; ++i)
    documents.push_back(tiny::document("d" + std::to_string(i), "nl", "Koers", "De koers, een daling."));
  return documents;
}

inline nsearch::SearchRequest asking(const std::string& query) {
  nsearch::SearchRequest request;
  request.query = query;
  return request;
}

using test::code_of;

inline std::vector<std::string> ids(const nsearch::SearchResults& results) {
  std::vector<std::string> found;
  for (const nsearch::Hit& hit : results.hits) found.push_back(hit.id);
  return found;
}
