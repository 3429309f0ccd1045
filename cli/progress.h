// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "nsearch/indexer.h"
#include "nsearch/maintenance.h"

namespace nsearch::cli {

/// One line on standard error that tells how far a run is; silent where that is no terminal.
class ProgressLine {
 public:
  explicit ProgressLine(bool wanted);
  ~ProgressLine();

  void show(const IndexProgress& progress);
  void show(const CopyProgress& progress);
  /// Takes the line away, so that something else can be written.
  void clear();

 private:
  void show_text(const std::string& text);
  bool active_;
  bool shown_ = false;
};

/// The line itself, without control characters: "1,234 documents  5.6 MB/s  2 rejected  [=====>    ] 52 %
/// 1:20 left".
std::string progress_text(const IndexProgress& progress);

/// "5.6 of 12.0 MB  [=====>    ] 46 %".
std::string progress_text(const CopyProgress& progress);

}  // namespace nsearch::cli
