// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <string>

namespace nsearch::searcher {

/// Calls `each` with every surface form of the index that begins with `beginning`, in byte order, until it
/// returns false.
void walk_surfaces(const Xapian::Database& database, const std::string& beginning,
                   const std::function<bool(const std::string&)>& each);

/// The same with every accent-exact form whose surface form begins with `beginning`.
void walk_exact_forms(const Xapian::Database& database, const std::string& beginning,
                      const std::function<bool(const std::string&)>& each);

}  // namespace nsearch::searcher
