// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/error.h"

#include <utility>

namespace nsearch {

Error::Error(ErrorCode code, const std::string& message, std::string way_out)
    : std::runtime_error(message), code_(code), way_out_(std::move(way_out)) {}

Error::Error(const Error&) = default;

Error::~Error() = default;

const char* to_string(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::io:
      return "io";
    case ErrorCode::no_index:
      return "no_index";
    case ErrorCode::locked:
      return "locked";
    case ErrorCode::corrupt:
      return "corrupt";
    case ErrorCode::format_version:
      return "format_version";
    case ErrorCode::analysis_changed:
      return "analysis_changed";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::unavailable:
      return "unavailable";
    case ErrorCode::internal:
      return "internal";
  }
  return "internal";
}

}  // namespace nsearch
