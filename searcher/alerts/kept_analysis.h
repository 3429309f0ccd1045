// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "open_indexes.h"
#include "query/analysis_memo.h"

namespace nsearch::searcher {

/// What the words of alerts became by analysis, kept from run to run in the file `analysis` of their folder. Anyone may delete
/// it; it is made anew then, and when it is of other languages, protected words or another build of the program.
class KeptAnalysis {
 public:
  explicit KeptAnalysis(const std::filesystem::path& folder) : file_(folder / "analysis") {}

  /// For the index as it is. For use within OpenIndexes::read().
  AnalysisMemo& memo(const OpenIndexes& indexes);

  /// Writes it down if there is more of it now; `only_asked_for`: without what was not asked for. What the disk refuses
  /// is no failure.
  void keep(bool only_asked_for);

 private:
  std::filesystem::path file_;
  std::string made_by_;  ///< that it holds for
  AnalysisMemo memo_;
};

}  // namespace nsearch::searcher
