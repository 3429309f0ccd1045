// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <deque>
#include <map>
#include <string>

#include "builder/merge/range_output.h"
#include "builder/merge/source.h"

namespace nsearch::indexer::merge {

/// The user metadata of all sources, a later one's where keys are the same, and then `changes`, where an empty value takes a
/// key out. Throws Error, Xapian::Error.
std::map<std::string, std::string> merged_metadata(std::deque<Source>& sources,
                                                   const std::map<std::string, std::string>& changes);

/// Writes the entries of the postlist table that hold it.
void write_metadata(const std::map<std::string, std::string>& metadata, RangeOutput& output);

}  // namespace nsearch::indexer::merge
