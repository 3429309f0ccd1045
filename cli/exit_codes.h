// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "nsearch/error.h"

namespace nsearch::cli {

/// What nsearch ends with; documented in docs/cli.md.
enum ExitCode : int {
  exit_ok = 0,           ///< done; for query, count and show: found
  exit_nothing = 1,      ///< nothing found
  exit_usage = 2,        ///< bad usage or a malformed query: nothing was done
  exit_rejected = 3,     ///< done, but some documents were rejected
  exit_index = 4,        ///< there is no index, or it is damaged, or this version can't read it
  exit_locked = 5,       ///< another process writes to the index
  exit_system = 6,       ///< the system refused: disk, permissions
  exit_unavailable = 7,  ///< a shard can't be reached, or the index changes faster than it can be read
  exit_internal = 70,    ///< a defect
  exit_interrupted = 130
};

constexpr ExitCode exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return exit_usage;
    case ErrorCode::io:
      return exit_system;
    case ErrorCode::unavailable:
      return exit_unavailable;
    case ErrorCode::no_index:
    case ErrorCode::corrupt:
    case ErrorCode::format_version:
    case ErrorCode::analysis_changed:
      return exit_index;
    case ErrorCode::locked:
      return exit_locked;
    case ErrorCode::not_found:
      return exit_nothing;
    case ErrorCode::internal:
      return exit_internal;
  }
  return exit_internal;
}

}  // namespace nsearch::cli
