// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "document_postings.h"

namespace test {

/// Postings of up to `count` articles, taken in turn from all corpora of the shared data; none where those
/// are absent.
std::vector<nsearch::indexer::DocumentPostings> corpora_postings(std::size_t count);

}  // namespace test
