// SPDX-License-Identifier: GPL-2.0-or-later
// Indexes two documents and queries them, with nothing but the installed headers and libraries. Ends with 1 when an answer is wrong.
#include <iostream>
#include <string>

#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "nsearch/searcher.h"
#include "nsearch/version.h"

namespace {

nsearch::Document article(const std::string& id, const std::string& language, const std::string& body) {
  nsearch::Document document;
  document.id = id;
  document.language = language;
  document.title = id;
  document.body = body;
  return document;
}

/// The ids that a query finds, in order of rank, each closed by a space.
std::string ids(nsearch::Searcher& searcher, const std::string& query) {
  nsearch::SearchRequest request;
  request.query = query;
  std::string found;
  for (const nsearch::Hit& hit : searcher.search(request).hits) found += hit.id + ' ';
  return found;
}

bool expect(nsearch::Searcher& searcher, const std::string& query, const std::string& wanted) {
  const std::string found = ids(searcher, query);
  std::cout << query << " -> " << found << '\n';
  return found == wanted;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    nsearch::IndexWriter writer(argv[1]);
    writer.add(
        article("fr", "fr", "La distillation de modèles inquiète Nvidia et les investisseurs de l'IA."));
    writer.add(article("nl", "nl", "De destillatie van modellen deed de aandelenkoersen van Nvidia dalen."));
    writer.commit();

    nsearch::Searcher searcher({argv[1]});
    const bool right = expect(searcher, "distillation AND Nvidia", "fr ") &&
                       expect(searcher, "destillatie AND Nvidia", "nl ") && expect(searcher, "IA", "fr ") &&
                       expect(searcher, "investisseur", "fr ") && expect(searcher, "koersen", "nl ");
    nsearch::SearchRequest malformed;
    malformed.query = "(Nvidia AND";
    const bool refused = searcher.search(malformed).diagnostic.has_value();
    std::cout << "nsearch " << nsearch::version() << (right && refused ? ": as it should be\n" : ": WRONG\n");
    return right && refused ? 0 : 1;
  } catch (const nsearch::Error& error) {
    std::cerr << error.what() << '\n' << error.way_out() << '\n';
    return 1;
  }
}
