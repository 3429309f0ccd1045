// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace nsearch::quality {

/// A Markdown table whose columns line up: the first to the left, figures to the right.
class Table {
 public:
  explicit Table(std::vector<std::string> head);
  void add(std::vector<std::string> row);  ///< as many cells as the head has
  void print(std::ostream& out) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// "0.1235" for (0.12345, 4).
std::string number(double value, int decimals);
/// The same with its sign: "+0.1235".
std::string signed_number(double value, int decimals);

}  // namespace nsearch::quality
