// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "nsearch/related.h"
#include "open_indexes.h"

namespace nsearch::searcher {

/// Searcher::related(). For use within OpenIndexes::read(). Throws Error: not_found, usage, corrupt.
RelatedResults find_related(OpenIndexes& indexes, const RelatedRequest& request);

}  // namespace nsearch::searcher
