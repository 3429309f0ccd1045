// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <random>

#include "document_postings.h"

namespace test {

/// A document made to be odd: terms with NUL and ff, terms that begin others, terms of the greatest length,
/// none at all; wdf of 0 and of millions; positions of 0 and near 2^31, and hundreds of them; empty records
/// and large ones that can't be compressed; slots and values of all sizes.
nsearch::indexer::DocumentPostings random_postings(std::mt19937& random);

}  // namespace test
