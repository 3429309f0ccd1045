// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "nsearch/document.h"
#include "nsearch/export.h"
#include "nsearch/indexer.h"

/// Reading without indexing
/// ========================
///
///     nsearch::ExtractRun run;
///     run.paths = {"crawl.warc.gz"};
///     run.on_document = [](const nsearch::Document& d) { std::cout << nsearch::json_line(d) << '\n'; return true; };
///     nsearch::ExtractSummary s = nsearch::extract_files(run);
///
/// Gives the documents that index_files() would index, as their readers see them, in the order of the input.
namespace nsearch {

struct ExtractRun {
  std::vector<std::string> paths;                              ///< as IndexRun::paths
  std::string format;                                          ///< as IndexRun::format
  std::vector<std::pair<std::string, std::string>> field_map;  ///< as IndexRun::field_map
  /// A document: its id set, its date in ISO 8601, its language as declared. false: stop.
  std::function<bool(const Document&)> on_document;
  std::function<void(const Rejection&)> on_reject;
  std::function<void(const std::string& path, std::uint64_t line, const std::string& note)> on_note;
  std::function<bool()> cancelled;  ///< asked at each record; true: stop
};

struct ExtractSummary {
  std::uint64_t documents = 0;
  std::uint64_t rejected = 0;
  std::uint64_t files = 0;  ///< read; those within archives count each
  std::uint64_t bytes = 0;  ///< read, as stored on disk
  bool cancelled = false;   ///< stopped by on_document or cancelled
};

/// Reads what `run` names. One bad input never stops it: see on_reject. Calls back on this thread. Throws Error(usage) on an unknown
/// format and a path that does not exist.
NSEARCH_EXPORT ExtractSummary extract_files(const ExtractRun& run);

/// A document as one line of JSON, without a line break, as the format jsonl reads it: what is empty is left out, and a further field
/// with several values is an array. Thread-safe.
NSEARCH_EXPORT std::string json_line(const Document& document);

}  // namespace nsearch
