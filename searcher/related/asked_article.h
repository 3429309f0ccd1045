// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>

#include "nsearch/document.h"
#include "nsearch/related.h"

namespace nsearch::searcher {

/// The article whose relatives are asked for.
struct AskedArticle {
  StoredDocument document;
  Xapian::docid number = 0;          ///< 0: it is not from the index
  std::optional<std::int64_t> date;  ///< seconds since 1970
};

/// From the index, or as the request brings it (its language detected where it doesn't say). Throws Error: not_found, with ids
/// that begin alike; usage, if the request's text is no UTF-8; Xapian::Error.
AskedArticle asked_article(const Xapian::Database& database, const RelatedRequest& request);

/// The request's languages and dates; empty where there are none. Throws Error(usage).
Xapian::Query related_filter(const RelatedRequest& request, const AskedArticle& article);

}  // namespace nsearch::searcher
