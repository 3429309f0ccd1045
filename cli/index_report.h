// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <fstream>
#include <iosfwd>
#include <string>

#include "nsearch/indexer.h"

namespace nsearch::cli {

/// Tells what was not indexed: the first few on standard error, all of them in a file of NDJSON if one is
/// named.
class RejectReport {
 public:
  /// `file` empty: none. Throws Error(io).
  RejectReport(const std::string& file, bool quiet);
  void add(const Rejection& rejection);
  /// Something that the user should know about a document that was indexed.
  void note(const std::string& path, std::uint64_t line, const std::string& text);
  /// Says how many were not shown. Throws Error(io) where the file could not be written whole.
  void finish();

 private:
  bool show(std::uint64_t count) const;
  std::string file_name_;
  std::ofstream file_;
  bool quiet_;
  std::uint64_t rejected_ = 0;
  std::uint64_t notes_ = 0;
};

void print_summary(std::ostream& out, const IndexSummary& summary, const std::string& index);
void print_summary_json(std::ostream& out, const IndexSummary& summary);

}  // namespace nsearch::cli
