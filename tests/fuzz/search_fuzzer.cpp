// SPDX-License-Identifier: GPL-2.0-or-later
// A small index with damaged bytes is searched: there are answers, whatever they say, or an error; never a crash, never more than
// was asked for.
#include <cstddef>
#include <cstdint>
#include <string>

#include "damaged_tables.h"
#include "folder.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "nsearch/searcher.h"

namespace {

using namespace nsearch;
using fuzz::insist;

Document article(unsigned number) {
  constexpr const char* subjects[] = {"le gouvernement", "la distillation", "de regering", "het kabinet"};
  constexpr const char* acts[] = {"annonce une économie", "vend l'entreprise", "kondigt economie aan",
                                  "verkoopt het bedrijf"};
  Document document;
  document.id = "article-" + std::to_string(number);
  document.language = number % 4 < 2 ? "fr" : "nl";
  document.title = std::string(subjects[number % 4]) + ' ' + acts[number / 2 % 4];
  document.source = number % 3 == 0 ? "Le Matin" : "De Avond";
  document.date = "2025-03-" + std::to_string(10 + number % 20);
  for (unsigned i = 0; i < 4 + number % 5; ++i) {
    document.body += std::string(subjects[(number + i) % 4]) + ' ' + acts[(number * i) % 4] + " Nvidia " +
                     std::to_string(number * 7 % 13) + ". ";
    if (i % 3 == 2) document.body += "\n\n";
  }
  document.facets.emplace_back("rubriek", number % 2 == 0 ? "economie" : "politiek");
  return document;
}

class Index {
 public:
  Index() {
    WriterOptions options;
    options.threads = 1;
    IndexWriter writer(path(), options);
    for (unsigned i = 1; i <= 60; ++i) writer.add(article(i));
    writer.commit();
    for (const auto& entry : std::filesystem::directory_iterator(path()))
      if (entry.is_directory()) tables_.emplace_back(entry.path());
    insist(tables_.size() == 1, "an index of one generation");
  }

  std::string path() const { return (folder_.path() / "news.idx").string(); }
  fuzz::DamagedTables& tables() { return tables_.front(); }

 private:
  const fuzz::Folder folder_;
  std::vector<fuzz::DamagedTables> tables_;
};

void search(Searcher& searcher, const char* query, bool all) {
  SearchRequest request;
  request.query = query;
  request.limit = 7;
  request.fold = all;
  request.suggest = false;
  if (all) {
    request.facets = {"lang", "source", "month", "rubriek"};
    request.timeline = TimelineStep::month;
  }
  try {
    const SearchResults results = searcher.search(request);
    insist(results.hits.size() <= request.limit, "more hits than were asked for");
    for (const Hit& hit : results.hits) {
      for (const MarkedText& snippet : hit.snippets)
        for (const auto& [begin, end] : snippet.marks)
          insist(begin <= end && end <= snippet.text.size(), "a mark outside its text");
    }
  } catch (const Error&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Index index;
  index.tables().damage(data, size);
  try {
    Searcher searcher({index.path()});
    search(searcher, "regering Nvidia", true);
    search(searcher, "econom* OR entrepris*", false);
    search(searcher, "\"le gouvernement vend\" OR title:=bedrijf", false);
    search(searcher, "lang:nl kabinet -bedrijf", true);
  } catch (const Error&) {
  }
  index.tables().undo();
  return 0;
}
