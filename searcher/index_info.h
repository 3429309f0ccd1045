// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "nsearch/searcher.h"
#include "open_indexes.h"

namespace nsearch::searcher {

/// What the indexes are and hold. For use within OpenIndexes::read().
IndexInfo index_info(OpenIndexes& indexes);

}  // namespace nsearch::searcher
