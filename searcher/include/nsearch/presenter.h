// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/export.h"
#include "nsearch/searcher.h"

/// Writing results down
/// ====================
///
///     auto presenter = nsearch::make_presenter("json", std::cout, {});
///     presenter->results("q1", request, searcher.search(request));
///     presenter->finish();
namespace nsearch {

struct PresentOptions {
  bool colour = false;          ///< ANSI colours (text)
  std::string run = "nsearch";  ///< the run's tag (trec)
  std::size_t width = 100;      ///< columns of the terminal (text)
  bool bars = false;            ///< draw a timeline as bars (text); for a terminal
  /// What to write of a hit (json, ndjson, csv, tsv), in this order; empty: the format's own choice. Names as
  /// check_fields() takes them.
  std::vector<std::string> fields;
  /// Puts an apostrophe before a cell that a spreadsheet would take for a formula: one that begins with = + - @, a tab or
  /// a carriage return (csv, tsv).
  bool spreadsheet_safe = false;
};

/// Writes the answers of one or more queries. Not thread-safe.
class NSEARCH_EXPORT Presenter {
 public:
  virtual ~Presenter();
  /// One query's answer; `query_id` is empty outside a batch. The results must hold no diagnostic.
  virtual void results(const std::string& query_id, const SearchRequest& request,
                       const SearchResults& results) = 0;
  /// One hit of a walk over all of them (Searcher::for_each_document); its rank is 0. Throws Error(usage) where the format
  /// can't: only ndjson, csv, tsv and ids can.
  virtual void hit(const Hit& hit);
  /// Ends the output; call it once.
  virtual void finish() {}
};

/// One output format.
struct OutputFormat {
  std::string name;
  std::string description;
};

/// Every output format, in the order of the registry. Thread-safe.
NSEARCH_EXPORT std::vector<OutputFormat> output_formats();

/// Throws Error(usage) that names the known ones if one of `fields` is neither a field of hits (rank, score, id, url, title,
/// title_marked, lang, date, source, author, path, record, facets, copies, copy_ids, snippets, body) nor one of `facets`. Thread-safe.
NSEARCH_EXPORT void check_fields(const std::vector<std::string>& fields,
                                 const std::vector<std::string>& facets);

/// Whether every hit has this field, whatever the facets of the index. Thread-safe.
NSEARCH_EXPORT bool is_hit_field(std::string_view name);

/// A presenter that writes to `out`, which must outlive it. Throws Error(usage) on an unknown format.
NSEARCH_EXPORT std::unique_ptr<Presenter> make_presenter(const std::string& format, std::ostream& out,
                                                         const PresentOptions& options);

/// A stored document, whole, as JSON or for people ("json", "text").
NSEARCH_EXPORT void present_document(const StoredDocument& document, const std::string& format,
                                     std::ostream& out, const PresentOptions& options);

/// Articles on the same story ("text", "json", "ndjson", "ids"), with the words that tie them where these were asked for.
/// Throws Error(usage) on another format.
NSEARCH_EXPORT void present_related(const RelatedRequest& request, const RelatedResults& results,
                                    const std::string& format, std::ostream& out,
                                    const PresentOptions& options);

/// What an index is, as JSON or for people.
NSEARCH_EXPORT void present_info(const IndexInfo& info, const std::string& format, std::ostream& out,
                                 const PresentOptions& options);

/// How a query was understood, as JSON or for people.
NSEARCH_EXPORT void present_explanation(const Explanation& explanation, const std::string& format,
                                        std::ostream& out, const PresentOptions& options);

}  // namespace nsearch
