// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace nsearch::searcher {

/// Gathers texts that come in some order into groups: one that is a copy of the leader of a group joins it, that of
/// the earliest where there are several; another leads a group of its own. So a text is compared with leaders only,
/// and no chain of small changes joins what isn't alike.
///
/// Leaders are found by locality-sensitive hashing (P. Indyk, R. Motwani: Approximate Nearest Neighbors, STOC 1998): those
/// that agree in one of `bands` pairs of bins, which of two texts of resemblance J happens with 1 - (1 - J^2)^bands.
/// Each text takes one look-up a band, and one comparison with each leader found, of which one in 65,536 a band comes
/// by chance.
class CopyGroups {
 public:
  /// The group of the next text, numbered from 0 in the order of their leaders.
  std::size_t add(const std::string& signature);

  std::size_t size() const { return leaders_.size(); }

 private:
  std::optional<std::size_t> find(const std::string& signature);
  void lead(std::size_t group);

  std::vector<std::string> leaders_;                                      // signatures
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> groups_;  // by band and its key
  std::vector<std::uint32_t> found_;
};

}  // namespace nsearch::searcher
