// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "nsearch/searcher.h"

/// A server is asked for each id by itself, so few documents are wanted by these.
extern const std::vector<std::string> narrow_queries;

/// Both answer the queries with the same documents and totals, and some facets and the rest alike.
void check_answers(nsearch::Searcher& a, nsearch::Searcher& b, const std::vector<std::string>& queries);

/// The two indexes hold the same, answer alike, and are sound.
void check_alike(const std::string& apart, const std::string& in_place);
