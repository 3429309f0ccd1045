// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "match/nodes.h"
#include "match/outline.h"

namespace nsearch::searcher::match {

/// A query as nodes over the database; nothing where it holds what these can't do (a phrase of alternatives, synonyms that weigh where the
/// database is one of several). It matches the documents that libxapian matches, and weighs them the same but for rounding.
std::optional<AllOf::Parts> compile(const Outline& query, const glass::Database& database);

}  // namespace nsearch::searcher::match
