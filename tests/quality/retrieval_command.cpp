// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "nsearch/error.h"
#include "quality/commands.h"
#include "quality/losses.h"
#include "quality/report.h"
#include "quality/retrieval.h"

namespace nsearch::quality {
namespace {

namespace fs = std::filesystem;

/// Queries and documents in one language: those whose figures are pooled unless others are named.
const std::vector<std::string> one_language = {"news-title-fr", "piaf-fr", "news-title-nl", "qtleap-nl",
                                               "msdocs-title-nl"};

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// One retrieval run: what to ask, of which index.
class RetrievalRun {
 public:
  explicit RetrievalRun(const RetrievalOptions& options)
      : options_(options), quality_(options.data + "/quality"), available_(collections_in(quality_)) {}

  bool data_present() const { return !available_.empty(); }
  const std::string& quality_folder() const { return quality_; }

  std::vector<CollectionResult> run() {
    const std::vector<std::string> names = options_.collections.empty() ? available_ : options_.collections;
    for (const std::string& name : names)
      if (!contains(available_, name))
        throw Error(ErrorCode::usage, "no collection " + name + " in " + quality_,
                    "there are: " + list(available_));
    if (options_.all_in_one) build_all_in_one();
    std::vector<CollectionResult> results;
    for (const std::string& name : names) results.push_back(one(name));
    if (std::none_of(results.begin(), results.end(), [](const auto& r) { return r.pooled; }))
      for (CollectionResult& result : results) result.pooled = true;
    return results;
  }

 private:
  static std::string list(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
    return out;
  }

  std::string folder_of(const std::string& name) const {
    const std::string folder = options_.out + '/' + name;
    fs::create_directories(folder);
    return folder;
  }

  Half half() const {
    if (options_.half == "both") return Half::both;
    return options_.half == "a" ? Half::a : Half::b;
  }

  void build_all_in_one() {
    const std::string folder = folder_of("all-in-one");
    std::vector<std::string> inputs;
    for (const std::string& name : available_) {
      const Collection collection = load_collection(quality_ + '/' + name, Half::both);
      inputs.push_back(folder + '/' + name + ".jsonl");
      id_maps_[name] = {name + ':', write_prefixed(collection, inputs.back())};
    }
    progress("indexing all collections as one");
    shared_ = build_index(inputs, folder + "/index", options_.reuse);
  }

  BuiltIndex index_of(const Collection& collection) const {
    if (options_.all_in_one) return shared_;
    progress("indexing " + collection.name);
    return build_index({collection.documents_path}, folder_of(collection.name) + "/index", options_.reuse);
  }

  CollectionResult one(const std::string& name) {
    const Collection collection = load_collection(quality_ + '/' + name, half());
    const BuiltIndex index = index_of(collection);
    const DocumentFacts facts = document_facts(collection.documents_path);
    std::string language = options_.language == "none" ? "" : options_.language;
    if (language == "own") language = facts.language;
    progress("searching " + name);
    const SearchRun searched =
        run_queries(index.path, collection, language, id_maps_[name], options_.depth, options_.across);
    write_run(folder_of(name) + "/nsearch.run", searched.run, "nsearch");

    CollectionResult result = evaluate(collection, searched.run);
    result.language = language;
    result.pooled = contains(options_.pool.empty() ? one_language : options_.pool, name);
    result.facts = facts;
    result.index = index;
    result.latency = searched.latency;
    compare(collection, searched.run);
    return result;
  }

  /// Per-query differences against one peer, into a file and, if asked, onto the screen.
  void compare(const Collection& collection, const Run& run) const {
    for (const PeerRun& peer : collection.peers) {
      if (peer.name != options_.against) continue;
      const std::vector<QueryDifference> differences = query_differences(collection, run, peer);
      write_differences(folder_of(collection.name) + "/differences.tsv", differences);
      if (options_.worst == 0) continue;
      std::ostream& out = options_.json ? std::cerr : std::cout;
      out << collection.name << ": worst losses against " << peer.name << " (nDCG@10)\n";
      print_losses(out, differences, options_.worst);
      out << '\n';
    }
  }

  static void progress(const std::string& what) { std::cerr << what << " ...\n"; }

  const RetrievalOptions& options_;
  std::string quality_;
  std::vector<std::string> available_;
  BuiltIndex shared_;
  std::map<std::string, IdMap> id_maps_;  ///< filled for one index of all; else ids are as they are
};

}  // namespace

int run_retrieval(const RetrievalOptions& options) {
  RetrievalRun run(options);
  if (!run.data_present()) {
    std::cerr << "skipped: no collections in " << run.quality_folder()
              << " (name another folder with --data)\n";
    return skipped;
  }
  const std::vector<CollectionResult> results = run.run();
  const ReportSettings settings{options.language, options.half, options.all_in_one, options.depth};
  if (options.json)
    print_json(std::cout, settings, results);
  else
    print_tables(std::cout, settings, results);
  return 0;
}

}  // namespace nsearch::quality
