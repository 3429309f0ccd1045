// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "nsearch/query.h"

namespace nsearch::test {

/// A tree on one line: and(a, or("b c", {lang:nl}), not(=d)), with bag, req and exc for words side by side, + and -;
/// near/5(a, b)^2, <patt*rn>, fuzzy~1, ~"inflected".
std::string shape(const QueryNode& node);

/// Whether two trees differ in their offsets only.
bool same_tree(const QueryNode& a, const QueryNode& b);

}  // namespace nsearch::test
