// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace nsearch::searcher {

/// A surface form that a wildcard or a fuzzy word stands for.
struct ExpandedForm {
  std::string form;
  Xapian::doccount documents = 0;
  unsigned edits = 0;  ///< of a fuzzy word
};

/// The best of the forms added: fewest edits, then most documents. Memory does not grow beyond twice as many.
class Expansion {
 public:
  explicit Expansion(std::size_t most) : most_(most) {}

  void add(ExpandedForm form);

  /// Best first. Call once, at the end.
  std::vector<ExpandedForm> take();

  std::size_t total() const { return total_; }  ///< forms added
  std::size_t left_out() const { return total_ > most_ ? total_ - most_ : 0; }

 private:
  void cut();

  std::size_t most_;
  std::size_t total_ = 0;
  std::vector<ExpandedForm> forms_;
};

}  // namespace nsearch::searcher
