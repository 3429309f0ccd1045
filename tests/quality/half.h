// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nsearch::quality {

/// Which queries of a collection take part: halves by a hash of the query's id, to tune on one and report the
/// other.
enum class Half { both, a, b };

/// The half that a query belongs to: a or b.
Half half_of(std::string_view query_id);

}  // namespace nsearch::quality
