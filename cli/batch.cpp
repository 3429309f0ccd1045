// SPDX-License-Identifier: GPL-2.0-or-later
#include "batch.h"

#include <fstream>
#include <iostream>

#include "nsearch/error.h"

namespace nsearch::cli {

std::vector<BatchQuery> read_batch(std::istream& in, const std::string& name) {
  std::vector<BatchQuery> batch;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    const auto tab = line.find('\t');
    if (tab == std::string::npos || tab == 0)
      throw Error(ErrorCode::usage,
                  name + ":" + std::to_string(number) + ": expected ID, a tab, and the query");
    batch.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return batch;
}

std::vector<BatchQuery> read_batch_file(const std::string& path) {
  if (path == "-") return read_batch(std::cin, "standard input");
  std::ifstream file(path);
  if (!file) throw Error(ErrorCode::io, path + ": can't be read");
  return read_batch(file, path);
}

}  // namespace nsearch::cli
