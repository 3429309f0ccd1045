// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <limits>

#include "storage/index_schema.h"

namespace nsearch::searcher {

/// All documents with a date.
inline Xapian::Query any_date() {
  return {Xapian::Query::OP_VALUE_GE, schema::slot_date,
          Xapian::sortable_serialise(std::numeric_limits<double>::lowest())};
}

}  // namespace nsearch::searcher
