// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "oracle/layout.h"

namespace oracle {

/// Random queries as saved searches of an index that grows, changes and shrinks: what each is told must be what the plain way
/// tells it, a search of the whole index among the documents that are new. Prints each difference; gives their number.
/// `queries`: how many are compared, each after each of several changes of the index.
std::size_t run_alerts(std::size_t queries, std::uint64_t seed, const Layout& layout);

}  // namespace oracle
