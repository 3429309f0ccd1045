// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
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
  /// The leaders of one band and key: the last of them, from which earlier_ leads to the others. A number is one more
  /// than that of the group; 0 is none.
  struct Chain {
    std::uint32_t place = 0;  ///< band and key
    std::uint32_t last = 0;
  };

  std::optional<std::size_t> find(const std::string& signature);
  void lead(std::size_t group);
  Chain& chain(std::uint32_t place);
  void grow();

  std::vector<std::string> leaders_;    ///< signatures
  std::vector<Chain> chains_;           ///< an open table, at most half full
  std::vector<std::uint32_t> earlier_;  ///< of each group and band, the leader before it in its chain
  std::size_t used_ = 0;                ///< chains that are not empty, at most
  std::vector<std::uint32_t> found_;
};

}  // namespace nsearch::searcher
