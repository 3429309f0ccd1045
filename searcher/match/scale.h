// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>

namespace nsearch::searcher::match {

/// By how much an OP_SCALE_WEIGHT scales. Xapian::Query tells its parts but not this number; it is read from the form in
/// which queries go to remote servers, after a trial that the library writes it as is thought here. Nothing otherwise.
std::optional<double> scale_of(const Xapian::Query& query);

}  // namespace nsearch::searcher::match
