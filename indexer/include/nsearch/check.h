// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "nsearch/export.h"

/// Checking an index
/// =================
///
///     const nsearch::CheckReport report = nsearch::check_index("news.idx");
///     for (const nsearch::CheckFinding& f : report.findings) std::cerr << f.part << ": " << f.where << ": " << f.what << '\n';
///     if (report.problems == 0) ...                        // sound
namespace nsearch {

struct CheckFinding {
  std::string part;   ///< "postlist", "docdata", ..., or "contents"; of a shard "shard-1-of-2/postlist"
  std::string where;  ///< "document fr-1", "term koers"; empty: the part as a whole
  std::string what;
};

/// A part of a check: one table by Xapian's own check, or what all tables hold, together.
struct CheckedPart {
  std::string name;
  std::uint64_t problems = 0;
  bool crashed = false;  ///< damage ended the checker: it crashed, or was ended since it came to no end
};

struct CheckReport {
  std::vector<CheckedPart> parts;
  std::vector<CheckFinding> findings;  ///< of each part the first CheckOptions::most_findings
  std::uint64_t problems = 0;          ///< all; 0: sound
  std::vector<std::string> notes;      ///< no damage, but good to know: it was made by another analysis
  std::uint64_t documents = 0;         ///< that were looked at
  std::uint64_t terms = 0;
  double seconds = 0;
};

struct CheckOptions {
  bool deep = false;  ///< also analyse every text anew and compare all terms and positions: sees every change
  std::uint64_t most_findings = 20;                      ///< to tell of each part
  std::function<void(const std::string& part)> on_part;  ///< told when a part begins
};

/// Checks the index in folder `directory`: each table by Xapian's check; then every document (its record's checksum, its id,
/// its boolean terms and values against its record, its length, its positions), every posting list against the term lists,
/// the statistics and the metadata. Each part runs in a child process (fork), because damage can crash a reader. Writers
/// wait with their commits until it is done; readers notice nothing. Reads the whole index once or twice. Throws Error:
/// no_index, io, usage (shards of other machines, or put together by hand: check each); damage is a finding. Of a sharded index
/// each shard is checked, its parts named "shard-1-of-2/postlist", and that each document lies in its shard ("routes").
NSEARCH_EXPORT CheckReport check_index(const std::string& directory, const CheckOptions& options = {});

}  // namespace nsearch
