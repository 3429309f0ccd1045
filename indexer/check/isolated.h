// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace nsearch::indexer {

/// Where work in a child process tells its parent what it finds.
class Finds {
 public:
  virtual ~Finds() = default;
  virtual void problem(const std::string& where, const std::string& what) = 0;
  virtual void note(const std::string& text) = 0;
  virtual void counted(const std::string& what, std::uint64_t number) = 0;
  /// Where the work is: told if it crashes there. Calling it also shows that the work goes on.
  virtual void at(const char* kind, std::string_view name) = 0;
};

/// Runs `work` in a child process and passes what it tells on to `parent`. Gives why it did not come to its end
/// ("signal 11 at document 17"), or nothing. `silence`: after so long without at() it is taken for endless and
/// ended. Throws Error(io) where no process can be made.
std::string run_isolated(const std::function<void(Finds&)>& work, std::chrono::seconds silence,
                         Finds& parent);

}  // namespace nsearch::indexer
