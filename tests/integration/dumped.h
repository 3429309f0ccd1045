// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "nsearch/maintenance.h"

/// The dump of an index, whole.
inline std::string dumped(const std::string& index) {
  std::string all;
  nsearch::dump_index(index, [&](std::string_view line) {
    all += line;
    return true;
  });
  return all;
}
