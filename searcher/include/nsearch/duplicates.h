// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "nsearch/export.h"
#include "nsearch/query.h"

/// Copies in an index
/// ==================
///
///     nsearch::SearchRequest among;                   // an empty query: among all documents
///     among.limit = 20;                               // groups
///     for (const nsearch::CopyGroup& group : searcher.duplicates(among).groups)
///       std::cout << group.copies.size() << " copies of " << group.copies.front().title << '\n';
///
/// What counts as a copy: docs/news-desk.md.
namespace nsearch {

struct DocumentName {
  std::string id;
  std::string title;
  std::string language;
  std::string date;
  std::string source;
};

/// Copies of one text, the oldest first: the others are copies of it.
struct CopyGroup {
  std::vector<DocumentName> copies;
};

struct Duplicates {
  std::optional<QueryDiagnostic> diagnostic;  ///< set: the query is malformed, nothing was searched
  std::vector<QueryDiagnostic> hints;
  std::vector<CopyGroup> groups;  ///< those asked for, the largest first
  std::uint64_t found = 0;        ///< groups, all of them
  std::uint64_t copies = 0;       ///< documents in these
  std::uint64_t documents = 0;    ///< looked at
  double seconds = 0;
};

struct PresentOptions;

/// As JSON or for people ("json", "text").
NSEARCH_EXPORT void present_duplicates(const Duplicates& duplicates, const std::string& format,
                                       std::ostream& out, const PresentOptions& options);

}  // namespace nsearch
