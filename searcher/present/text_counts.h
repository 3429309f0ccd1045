// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "nsearch/presenter.h"
#include "present/mark.h"

namespace nsearch::searcher {

/// A bar of full and half blocks, in half columns.
std::string bar(std::uint64_t halves);

/// Facets and timeline for people; the timeline as bars as wide as the terminal where the options say so.
void write_counts(const SearchResults& results, std::ostream& out, const Palette& palette,
                  const PresentOptions& options);

}  // namespace nsearch::searcher
