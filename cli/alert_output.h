// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nsearch::cli {

/// Standard output, written at once and past any buffer: what write() returns from the system has, whoever is killed.
class AlertOutput {
 public:
  /// Whole lines. In a file that ends within a line, as after a kill, they begin a new one; a pipe takes every line of up to PIPE_BUF
  /// bytes (4,096) whole or not at all. Throws Error(io).
  void write(std::string_view lines);

  /// Waits until all is on the disk, if it is a file. Throws Error(io).
  void sync() const;

 private:
  bool begun_ = false;
  bool is_file_ = false;
};

}  // namespace nsearch::cli
