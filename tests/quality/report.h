// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "quality/result.h"

namespace nsearch::quality {

/// How the results were got; stands over every table.
struct ReportSettings {
  std::string language = "none";  ///< what queries were told: "none", "own" or a code
  std::string half = "both";
  bool all_in_one = false;
  std::size_t depth = 100;
};

/// Tables in Markdown: nDCG@10 beside the peers', the other measures, time and size.
void print_tables(std::ostream& out, const ReportSettings& settings,
                  const std::vector<CollectionResult>& results);

/// The same as one JSON object.
void print_json(std::ostream& out, const ReportSettings& settings,
                const std::vector<CollectionResult>& results);

}  // namespace nsearch::quality
