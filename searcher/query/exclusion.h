// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

namespace nsearch::searcher {

/// The documents of `from` that `what` does not match, weighed as `from` weighs them. The result is an OP_AND_NOT.
///
/// Of `what` only that remains which decides about matching: libxapian 1.4.22 never computes the greatest weights of what
/// is excluded, and an OP_AND_MAYBE in there compares what memory held before with 0 and hands it on to its parts. Now and then
/// these then take themselves for something stricter, and too little is excluded.
Xapian::Query excluding(const Xapian::Query& from, const Xapian::Query& what);

}  // namespace nsearch::searcher
