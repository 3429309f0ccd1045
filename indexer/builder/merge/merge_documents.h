// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "builder/merge/key_range.h"
#include "builder/merge/range_output.h"
#include "builder/merge/source.h"

namespace nsearch::indexer::merge {

/// Copies part of a table that is ordered by document (records, term lists): the tags as they are, under the
/// documents' new numbers. Throws Error, Xapian::Error, direct::Abandoned.
void copy_documents(Source& source, glass::Table which, const KeyRange& range, RangeOutput& output);

}  // namespace nsearch::indexer::merge
