// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>

#include "nsearch/error.h"
#include "paths.h"
#include "quality/commands.h"

namespace {

using namespace nsearch::quality;

void add_retrieval(CLI::App& app, RetrievalOptions& o) {
  app.add_option("COLLECTION", o.collections, "Collections by name (default: all)");
  app.add_option("--pool", o.pool,
                 "Collections whose queries are pooled for the test (default: those in one language)")
      ->delimiter(',');
  app.add_option("--out", o.out, "Folder for runs, differences and indexes")->capture_default_str();
  app.add_option("--lang", o.language,
                 "The language that queries are told: none, own (the documents'), or a code")
      ->capture_default_str();
  app.add_option("--half", o.half, "Only half of the queries, by a hash of their ids: tune on a, report b")
      ->check(CLI::IsMember({"both", "a", "b"}))
      ->capture_default_str();
  app.add_option("--against", o.against, "The peer of differences.tsv and --worst")->capture_default_str();
  app.add_option("--depth", o.depth, "Documents a query")->check(CLI::Range(1, 1000))->capture_default_str();
  app.add_option("--worst", o.worst, "List the worst N losses of each collection");
  app.add_flag("--all-in-one", o.all_in_one, "One index of all collections, whichever are asked");
  app.add_option("--across", o.across, "Ask across languages, by the dictionaries kept in this folder");
  app.add_flag("--reuse", o.reuse, "Keep the indexes of an earlier run");
  app.add_flag("--json", o.json, "Results as JSON");
}

void add_extraction(CLI::App& app, ExtractionOptions& o) {
  app.add_option("--half", o.half, "Only half of the pages, by a hash of their names: tune on a, report b")
      ->check(CLI::IsMember({"all", "both", "a", "b"}))
      ->capture_default_str();
  app.add_option("--worst", o.worst, "List the worst N pages of each set, and wrong titles and dates");
  app.add_option("--texts", o.texts, "Folder to write the expected and the found texts to");
  app.add_flag("--speed", o.speed, "Time it beside libxml2's own tree of the same pages");
  app.add_flag("--json", o.json, "Results as JSON");
}

void add_related(CLI::App& app, RelatedOptions& o) {
  app.add_option("--out", o.out, "Folder for indexes")->capture_default_str();
  app.add_option("--dictionaries", o.dictionaries, "Keep the dictionaries of this folder beside the index");
  app.add_flag("--among-all", o.among_all, "One index of all corpora, not of the translated articles alone");
  app.add_flag("--reuse", o.reuse, "Keep the index of an earlier run");
  app.add_flag("--json", o.json, "Results as JSON");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures nsearch on judged collections and word lists; docs/quality.md tells how.");
  app.require_subcommand(1);
  std::string data = NSEARCH_SHARED_DATA "/data";
  app.add_option("--data", data, "Folder with quality/, corpora/, lemmas/, compounds/ and formats/")
      ->capture_default_str();

  RetrievalOptions retrieval;
  add_retrieval(*app.add_subcommand("retrieval", "Ranking beside the stored runs of other engines"),
                retrieval);
  RelatedOptions related;
  add_related(*app.add_subcommand("related", "Finding the same story in another language"), related);
  WordOptions words;
  for (const auto& [name, help] :
       {std::pair("stems", "Forms of one word that get one stem, and others that should not"),
        std::pair("compounds", "Dutch compounds split right")})
    app.add_subcommand(name, help)->add_flag("--json", words.json, "Results as JSON");
  FoldOptions folding;
  CLI::App* const fold = app.add_subcommand("folding", "Copies of a text told from other texts alike");
  fold->add_flag("--list", folding.list, "List every pair that was judged wrong");
  fold->add_flag("--fresh", folding.fresh,
                 "Other articles, edits, pairs and templates, once thresholds stand");
  fold->add_flag("--json", folding.json, "Results as JSON");
  ExtractionOptions extraction;
  add_extraction(*app.add_subcommand("extraction", "Articles found in web pages, beside the expected ones"),
                 extraction);
  CLI11_PARSE(app, argc, argv);

  retrieval.data = related.data = words.data = folding.data = extraction.data = data;
  try {
    if (app.got_subcommand("retrieval")) return run_retrieval(retrieval);
    if (app.got_subcommand(fold)) return run_folding(folding);
    if (app.got_subcommand("extraction")) return run_extraction(extraction);
    if (app.got_subcommand("related")) return run_related(related);
    return app.got_subcommand("stems") ? run_stems(words) : run_compounds(words);
  } catch (const nsearch::Error& e) {
    std::cerr << "nsearch_quality: " << e.what() << '\n';
    if (!e.way_out().empty()) std::cerr << e.way_out() << '\n';
  } catch (const std::exception& e) {
    std::cerr << "nsearch_quality: " << e.what() << '\n';
  }
  return 1;
}
