// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>

#include "match/nodes.h"

namespace nsearch::searcher::match {

/// A query as nodes over the database; nothing where it holds what these can't do (windows, ranges of values, other
/// backends' operators). It matches the documents that libxapian matches, and weighs them the same but for rounding.
std::optional<AllOf::Parts> compile(const Xapian::Query& query, const glass::Database& database);

}  // namespace nsearch::searcher::match
