// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace nsearch::searcher {

/// A few ids of the index that begin as `id` does, as far as any do: for who mistyped one, or left out its end. None where
/// less than half of it agrees. Throws Xapian::Error.
std::vector<std::string> near_ids(const Xapian::Database& database, const std::string& id);

}  // namespace nsearch::searcher
