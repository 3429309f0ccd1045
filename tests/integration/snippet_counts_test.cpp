// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>

#include "matching.h"
#include "nsearch/analyzer.h"
#include "nsearch/indexer.h"
#include "paths.h"
#include "result/hits.h"
#include "result/snippet.h"
#include "result/stem_counts.h"
#include "search_fixture.h"

using namespace nsearch;
using namespace nsearch::searcher;

namespace {

const std::filesystem::path corpora = NSEARCH_SOURCE_DIR "/corpora";
const std::filesystem::path shared = NSEARCH_SHARED_DATA "/data/corpora";

std::vector<std::string> articles() {
  std::vector<std::string> paths;
  for (const char* folder : {"fr", "nl", "en", "other", "archive"})
    paths.push_back((corpora / folder).string());
  for (const char* file : {"rtbf-2015-fr.jsonl.gz", "npo2023-nos-nl.jsonl.gz"}) {
    if (std::filesystem::exists(shared / file)) {
      paths.push_back((shared / file).string());
    } else {
      WARN("no " << file << ": its articles are skipped");
    }
  }
  return paths;
}

/// Words of a text, some of them rare in it: as they stand, so mostly inflected.
std::string some_words(const std::string& text, std::mt19937& random) {
  Analyzer analyzer("und");
  AnalyzedText analyzed;
  analyzer.analyze(text, analyzed);
  std::string words;
  for (std::size_t i = 0; i < 1 + random() % 3; ++i) {
    const Token& token = analyzed.tokens()[random() % analyzed.tokens().size()];
    words += text.substr(token.begin, token.end - token.begin) + " ";
  }
  return words;
}

bool same(const MarkedText& a, const MarkedText& b) {
  return a.text == b.text && a.marks == b.marks;
}

}  // namespace

TEST_CASE("Knowing how many stems there are to find changes no mark and no snippet") {
  LiveIndex index;
  IndexRun run;
  run.paths = articles();
  index_files(index.path(), run);
  OpenIndexes indexes({index.path()});
  const Xapian::Database& database = indexes.database();
  SnippetMaker quick({120, 3}), slow({120, 3});
  std::mt19937 random(11);
  std::size_t compared = 0, marks = 0, differing = 0;
  for (int query = 0; query < 250; ++query) {
    const Xapian::docid number = 1 + random() % database.get_lastdocid();
    SearchRequest request;
    request.plain = query % 3 != 0;
    request.query = some_words(stored_document(database.get_document(number), RecordPart::all).body, random);
    request.sort = SortOrder::rank;
    SearchResults results;
    const Understood understood = understand(indexes, request, results);
    if (!understood.ready) continue;
    const MatchSet& matches = understood.plan.matches;
    Xapian::Enquire enquire(database);
    enquire.set_query(understood.plan.query);
    const Xapian::MSet found = enquire.get_mset(0, 4);
    for (auto match = found.begin(); match != found.end(); ++match) {
      const Xapian::Document document = match.get_document();
      const StoredDocument stored = stored_document(document, RecordPart::all);
      StemCounts counts = stem_counts(document, stored, matches);
      const MarkedText title = quick.title(stored, matches, &counts),
                       title_before = slow.title(stored, matches);
      const auto now = quick.snippets(stored, matches, &counts), before = slow.snippets(stored, matches);
      bool equal = same(title, title_before) && now.size() == before.size();
      for (std::size_t i = 0; equal && i < now.size(); ++i) equal = same(now[i], before[i]);
      CAPTURE(request.query, stored.id);
      if (!equal && ++differing < 5) CHECK(equal);
      ++compared;
      for (const MarkedText& text : before) marks += text.marks.size();
    }
  }
  CHECK(differing == 0);
  CHECK(compared > 300);
  CHECK(marks > compared);
}
