// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/collection.h"

#include <stdexcept>

namespace oracle {

std::vector<const Article*> Collection::in_tables() const {
  std::vector<const Article*> all;
  for (const std::vector<Article>* some : {&articles, &dead}) {
    for (const Article& article : *some) all.push_back(&article);
  }
  return all;
}

Collection read_collection(nsearch::Searcher& searcher, const std::vector<nsearch::StoredDocument>& dead) {
  Collection collection;
  const nsearch::IndexInfo info = searcher.info();
  for (const nsearch::LanguageCount& language : info.languages)
    collection.languages.push_back(language.language);
  collection.facets = info.facets;
  std::vector<std::string> ids;
  nsearch::SearchRequest all;
  all.query = "id:x OR NOT id:x";
  searcher.for_each_id(all, [&](const std::string& id) {
    ids.push_back(id);
    return true;
  });
  if (ids.size() != info.documents) throw std::runtime_error("not every document could be listed");
  ArticleReader reader;
  for (const std::string& id : ids) {
    std::optional<nsearch::StoredDocument> document = searcher.get(id);
    if (!document) throw std::runtime_error("no document has the id " + id);
    collection.articles.push_back(reader.read(std::move(*document)));
  }
  for (const nsearch::StoredDocument& document : dead) collection.dead.push_back(reader.read(document));
  for (const Article* article : collection.in_tables()) {
    for (const auto& [surface, places] : article->places) {
      for (const Place& place : places) collection.spellings[surface].insert(place.exact);
      ++collection.documents[surface];
      if (places.front().title) ++collection.title_documents[surface];
    }
  }
  return collection;
}

}  // namespace oracle
