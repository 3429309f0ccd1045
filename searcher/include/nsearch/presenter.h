// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
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
};

/// Writes the answers of one or more queries. Not thread-safe.
class NSEARCH_EXPORT Presenter {
 public:
  virtual ~Presenter();
  /// One query's answer; `query_id` is empty outside a batch. The results must hold no diagnostic.
  virtual void results(const std::string& query_id, const SearchRequest& request,
                       const SearchResults& results) = 0;
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

/// A presenter that writes to `out`, which must outlive it. Throws Error(usage) on an unknown format.
NSEARCH_EXPORT std::unique_ptr<Presenter> make_presenter(const std::string& format, std::ostream& out,
                                                         const PresentOptions& options);

/// A stored document, whole, as JSON or for people ("json", "text").
NSEARCH_EXPORT void present_document(const StoredDocument& document, const std::string& format,
                                     std::ostream& out, const PresentOptions& options);

/// What an index is, as JSON or for people.
NSEARCH_EXPORT void present_info(const IndexInfo& info, const std::string& format, std::ostream& out,
                                 const PresentOptions& options);

/// How a query was understood, as JSON or for people.
NSEARCH_EXPORT void present_explanation(const Explanation& explanation, const std::string& format,
                                        std::ostream& out, const PresentOptions& options);

}  // namespace nsearch
