// SPDX-License-Identifier: GPL-2.0-or-later
// Indexes two documents and queries them, with nothing but the installed headers and libraries. Ends with 1 when an answer is wrong.
#include <fstream>
#include <iostream>
#include <string>

#include "nsearch/alerts.h"
#include "nsearch/dictionaries.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "nsearch/related.h"
#include "nsearch/searcher.h"
#include "nsearch/timelines.h"
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
std::string ids(nsearch::Searcher& searcher, const std::string& query, bool across = false) {
  nsearch::SearchRequest request;
  request.query = query;
  request.across = across;
  std::string found;
  for (const nsearch::Hit& hit : searcher.search(request).hits) found += hit.id + ' ';
  return found;
}

/// The articles on the same story, likewise.
std::string related(nsearch::Searcher& searcher, const std::string& id) {
  nsearch::RelatedRequest request;
  request.id = id;
  std::string found;
  for (const nsearch::RelatedHit& one : searcher.related(request).hits) found += one.hit.id + ' ';
  return found;
}

bool expect(nsearch::Searcher& searcher, const std::string& query, const std::string& wanted) {
  const std::string found = ids(searcher, query);
  std::cout << query << " -> " << found << '\n';
  return found == wanted;
}

/// The same story twice, the second time under another headline, and what is made of it.
bool expect_news_desk(nsearch::Searcher& searcher) {
  nsearch::SearchRequest request;
  request.query = "pont";
  request.fold = true;
  const nsearch::SearchResults folded = searcher.search(request);
  bool right = folded.hits.size() == 1 && folded.hits[0].copies.more == 1 && folded.total.lower == 2;
  const nsearch::Duplicates duplicates = searcher.duplicates({});
  right = right && duplicates.groups.size() == 1 && duplicates.groups[0].copies.size() == 2;
  nsearch::KeyTermOptions any;
  any.least_documents = 1;
  any.least_log_likelihood = 0;
  const nsearch::KeyTerms words = searcher.key_terms(request, any);
  right = right && words.languages.size() == 1 && words.languages[0].terms.size() > 5;
  request.timeline = nsearch::TimelineStep::month;
  const nsearch::Timelines both = nsearch::timelines(searcher, request, {"pont", "Nvidia"});
  right = right && both.periods.size() == 1 && both.periods[0].documents[0] == 2;
  std::cout << "copies, words, timelines" << (right ? "\n" : ": WRONG\n");
  return right;
}

/// A saved search, told of an article that came after it.
bool alert_tells(nsearch::IndexWriter& writer, const std::string& index) {
  nsearch::Alerts alerts({index});
  nsearch::Alert watch;
  watch.name = "chips";
  watch.query = "distillation AND Nvidia";
  if (alerts.add(watch).diagnostic) return false;
  writer.add(article("fr-2", "fr", "Nvidia et la distillation, suite."));
  writer.commit();
  std::string told;
  alerts.run({}, [&](const nsearch::AlertBatch& batch) {
    for (const nsearch::AlertMatch& match : batch.matches)
      told += batch.alert.name + ' ' + match.document->id;
    return true;
  });
  std::cout << "told: " << told << '\n';
  return told == "chips fr-2" && alerts.list().size() == 1;
}

/// A French word finds the Dutch article as well, by a dictionary of one word.
bool expect_across(nsearch::Searcher& searcher, const std::string& index) {
  const std::string file = index + ".fra-nld.tsv";
  std::ofstream(file) << "distillation\tdestillatie|stokerij\n";
  const nsearch::ImportedDictionary imported = nsearch::import_dictionary(index, {file});
  const std::string found = ids(searcher, "distillation AND Nvidia", true);
  std::cout << imported.info.from << " -> " << imported.info.to << ": " << found << '\n';
  return found == "fr nl ";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    nsearch::IndexWriter writer(argv[1]);
    writer.add(
        article("fr", "fr", "La distillation de modèles inquiète Nvidia et les investisseurs de l'IA."));
    writer.add(article("nl", "nl", "De destillatie van modellen deed de aandelenkoersen van Nvidia dalen."));
    for (const char* const id : {"pont", "viaduc"}) {
      nsearch::Document story = article(
          id, "fr",
          "Le pont de Beaumont est fermé depuis lundi, a dit le maire, et les camions font un long détour.");
      story.body +=
          " Les travaux doivent durer jusqu'au printemps, selon la région, qui a promis une aide aux "
          "commerces.";
      story.date = "2025-03-13";
      writer.add(story);
    }
    writer.commit();

    nsearch::Searcher searcher({argv[1]});
    const bool right = expect(searcher, "distillation AND Nvidia", "fr ") &&
                       expect(searcher, "destillatie AND Nvidia", "nl ") && expect(searcher, "IA", "fr ") &&
                       expect(searcher, "investisseur", "fr ") && expect(searcher, "koersen", "nl ") &&
                       related(searcher, "fr") == "nl " && related(searcher, "nl") == "fr " &&

                       expect_across(searcher, argv[1]);
    nsearch::SearchRequest malformed;
    malformed.query = "(Nvidia AND";
    const bool refused = searcher.search(malformed).diagnostic.has_value();
    const bool all = expect_news_desk(searcher) && alert_tells(writer, argv[1]) && right && refused;
    std::cout << "nsearch " << nsearch::version() << (all ? ": as it should be\n" : ": WRONG\n");
    return all ? 0 : 1;
  } catch (const nsearch::Error& error) {
    std::cerr << error.what() << '\n' << error.way_out() << '\n';
    return 1;
  }
}
