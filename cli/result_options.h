// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "nsearch/presenter.h"
#include "nsearch/searcher.h"

namespace CLI {
class App;
}

namespace nsearch::cli {

/// The options of `query` that say what is shown of what was found, in which order and how.
struct ResultOptions {
  std::string format = "text";
  std::string limit = "10";  ///< or "all"
  std::size_t offset = 0;
  bool all = false;
  std::string sort = "rank";
  std::string recency;
  bool fold = false;
  std::string fold_of;  ///< an id
  std::vector<std::string> facets;
  std::size_t facet_values = 10;
  std::string timeline;
  std::vector<std::string> fields;
  std::size_t snippets = 2;
  std::size_t snippet_length = 200;
  bool no_snippets = false;
  bool spreadsheet_safe = false;
};

void add_result_options(CLI::App& command, ResultOptions& options);

/// Whether every hit is wanted: --all, or --limit all.
bool wants_all(const ResultOptions& options);

/// Fills what a request and a presenter need. Throws Error(usage).
void set_request(const ResultOptions& options, SearchRequest& request);
void set_present_options(const ResultOptions& options, PresentOptions& present);

/// Throws Error(usage) where options of a walk over all hits contradict each other.
void check_all(const ResultOptions& options);

/// The number in a --limit; nothing for "all". Throws Error(usage).
std::optional<std::size_t> number_or_all(const std::string& limit);

/// The step with this name.
TimelineStep timeline_step(const std::string& name);

/// Days in "30d", "2w", "6m", "1y" or "30". Throws Error(usage).
double half_life_days(const std::string& text);

/// --format text|json|csv|tsv, and --spreadsheet-safe.
void add_table_options(CLI::App& command, std::string& format, bool& spreadsheet_safe);

/// --spreadsheet-safe.
void add_spreadsheet_safe_option(CLI::App& command, bool& spreadsheet_safe);

}  // namespace nsearch::cli
