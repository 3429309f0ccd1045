// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "quality/half.h"
#include "quality/trec.h"

namespace nsearch::quality {

/// What another engine answered to a collection's queries.
struct PeerRun {
  std::string name;  ///< "lucene" for lucene.run.gz
  Run run;
};

/// A folder of docs.jsonl.gz, queries.tsv, qrels.txt and any number of NAME.run.gz.
struct Collection {
  std::string name;  ///< the folder's
  std::string documents_path;
  std::vector<TopicQuery> queries;  ///< only those that have a relevant document
  Qrels qrels;
  std::vector<PeerRun> peers;  ///< by name
};

/// Throws Error where a file is missing or malformed.
Collection load_collection(const std::string& folder, Half half);

/// The names of the collection folders in `folder`, in alphabetical order; none where it does not exist.
std::vector<std::string> collections_in(const std::string& folder);

/// What a collection's documents are like.
struct DocumentFacts {
  std::uint64_t documents = 0;
  std::uint64_t text_bytes = 0;  ///< titles and bodies, in UTF-8
  std::string language;          ///< the one that all are declared in; empty: several, or none declared
};
DocumentFacts document_facts(const std::string& documents_path);

/// Writes the documents with "COLLECTION:" before each id, and returns the ids as they were.
std::unordered_set<std::string> write_prefixed(const Collection& collection, const std::string& path);

}  // namespace nsearch::quality
