// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nsearch::indexer {

/// What stands between "---" lines at the beginning of a Markdown file.
struct FrontMatter {
  std::vector<std::pair<std::string, std::vector<std::string>>> fields;  ///< a list has several values
  std::vector<std::uint64_t> not_read;  ///< lines that were not understood: nested maps, anchors
  std::size_t end = 0;                  ///< where the text begins behind it; 0: there is none
};

/// Reads the part of YAML that front matter is written in: "name: value", plain or in quotes, "[a, b]", lists of "- item" and
/// the block texts "|" and ">".
FrontMatter read_front_matter(std::string_view text);

}  // namespace nsearch::indexer
