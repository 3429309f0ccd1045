// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <istream>
#include <string>
#include <vector>

namespace nsearch::cli {

/// One query of a batch.
struct BatchQuery {
  std::string id;
  std::string text;
};

/// Reads lines `id TAB text`; empty lines are passed over. Throws Error(usage) naming file and line where
/// there is no tab.
std::vector<BatchQuery> read_batch(std::istream& in, const std::string& name);

/// Reads the batch in a file, "-" being standard input. Throws Error: io, usage.
std::vector<BatchQuery> read_batch_file(const std::string& path);

}  // namespace nsearch::cli
