// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "nsearch/document.h"
#include "oracle/article.h"

namespace oracle {

/// Whether a filter holds of a document. Dates are read in ISO form and in UTC.
bool passes(const std::string& field, const std::string& value, const Article& article);

/// The host of a URL, or of what is asked for instead of one.
std::string host(const std::string& url);

}  // namespace oracle
