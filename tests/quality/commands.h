// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace nsearch::quality {

/// What nsearch_quality can do; each writes its results to stdout and returns the exit code: 0, or `skipped`
/// where the data is absent (said on stderr). Throw Error.
inline constexpr int skipped = 4;

struct RetrievalOptions {
  std::string data;                      ///< folder that holds quality/
  std::vector<std::string> collections;  ///< empty: all
  std::vector<std::string> pool;         ///< whose queries are pooled
  std::string out = "build/quality";     ///< runs, differences, indexes
  std::string language = "none";         ///< "none", "own" or a code
  std::string half = "both";             ///< "both", "a" or "b"
  std::string against = "lucene";        ///< the peer of differences.tsv
  std::string across;                    ///< a folder of dictionaries: queries are asked across languages
  std::size_t depth = 100;
  std::size_t worst = 0;
  bool all_in_one = false;
  bool reuse = false;
  bool json = false;
};
int run_retrieval(const RetrievalOptions& options);

struct RelatedOptions {
  std::string data;                   ///< folder that holds corpora/
  std::string out = "build/quality";  ///< indexes
  std::string dictionaries;           ///< folder whose dictionaries are kept beside the index; empty: none
  bool among_all = false;             ///< one index of all corpora
  bool reuse = false;
  bool json = false;
};
int run_related(const RelatedOptions& options);

struct WordOptions {
  std::string data;  ///< folder that holds lemmas/ and compounds/
  bool json = false;
};
int run_stems(const WordOptions& options);
int run_compounds(const WordOptions& options);

struct FoldOptions {
  std::string data;    ///< folder that holds corpora/
  bool list = false;   ///< every pair that was judged wrong
  bool fresh = false;  ///< other articles, edits, pairs and templates than those of the two halves
  bool json = false;
};
int run_folding(const FoldOptions& options);
struct ExtractionOptions {
  std::string data;          ///< folder that holds formats/
  std::string half = "all";  ///< "all" (each, and both together), "both", "a" or "b"
  std::string texts;         ///< folder for the expected and the found texts; empty: not written
  std::size_t worst = 0;
  bool speed = false;
  bool json = false;
};
int run_extraction(const ExtractionOptions& options);

}  // namespace nsearch::quality
