// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "glass/posting_list.h"

namespace nsearch::searcher::match {

/// How many documents a node matches: between `least` and `most`.
struct Counts {
  std::uint64_t least = 0;
  double estimate = 0;
  std::uint64_t most = 0;
};

class Window;

/// A part of a query that matches documents and weighs them. Documents are asked for in ascending order only, unless
/// rewind() comes between.
class Node {
 public:
  static constexpr std::uint32_t none = glass::PostingList::none;

  virtual ~Node() = default;
  /// The first match that is not before `document`; none behind the last.
  virtual std::uint32_t seek(std::uint32_t document) = 0;
  /// Whether `document` matches.
  virtual bool at(std::uint32_t document) { return seek(document) == document; }
  /// The weight of a document that matches. `norm`: what its length makes of it.
  virtual double weight(std::uint32_t document, double norm) = 0;
  /// Back to the beginning.
  virtual void rewind() = 0;

  /// Adds to each document of a window that may match at least what it weighs. Windows ascend; where seek() stands does not
  /// matter.
  virtual void gather(Window& window) { gather_matches(window, static_cast<float>(most)); }
  /// The same, `weight` at least for each.
  virtual void gather_matches(Window& window, float weight) = 0;

  double most = 0;              ///< no document weighs more
  bool gathers_exactly = true;  ///< what is gathered does match
  Counts counts;
};

using NodePointer = std::unique_ptr<Node>;
using Nodes = std::vector<NodePointer>;

}  // namespace nsearch::searcher::match
