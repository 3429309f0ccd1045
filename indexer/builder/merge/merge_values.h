// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <deque>
#include <map>
#include <string>

#include "builder/glass/value_chunks.h"
#include "builder/merge/range_output.h"
#include "builder/merge/source.h"

namespace nsearch::indexer::merge {

/// What the documents that stay have of each slot that any document uses, by the beginning of the keys of the slot's
/// chunks. Throws Error, Xapian::Error.
std::map<std::string, glass::ValueStatistics> count_values(const std::deque<Source>& sources);

/// The entries that tell so, in the order of their keys.
void write_value_statistics(const std::map<std::string, glass::ValueStatistics>& slots, RangeOutput& output);

/// Merges the chunks of one slot. Throws Error, Xapian::Error, direct::Abandoned.
void merge_values(std::deque<Source>& sources, const std::string& slot, RangeOutput& output);

}  // namespace nsearch::indexer::merge
