// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

/// The TREC way of writing down what was asked, what is right and what an engine answered
/// ========================================================================================
///
///     queries.tsv   q1 TAB words of the query
///     qrels.txt     q1 0 doc7 1          1 and more: relevant; below 0: the document is left out of q1's
///     rankings
///     *.run(.gz)    q1 Q0 doc7 1 12.5 lucene
namespace nsearch::quality {

struct TopicQuery {
  std::string id;
  std::string text;
};

/// What is known about one query's documents.
struct Judgments {
  std::map<std::string, int> relevant;  ///< document -> grade, 1 and more
  std::set<std::string> left_out;
};

/// By query. Only queries that have a relevant document are measured.
using Qrels = std::map<std::string, Judgments>;

struct RankedDocument {
  std::string id;
  double score = 0;
};

using Ranking = std::vector<RankedDocument>;  ///< best first
using Run = std::map<std::string, Ranking>;   ///< by query

/// Each reads a file, gzip-compressed or not. Throw Error(io) where it can't be read and Error(usage) where a
/// line is not as above.
std::vector<TopicQuery> read_queries(const std::string& path);
Qrels read_qrels(const std::string& path);
Run read_run(const std::string& path);

/// Writes a run under the tag `tag`. Throws Error(io).
void write_run(const std::string& path, const Run& run, const std::string& tag);

}  // namespace nsearch::quality
