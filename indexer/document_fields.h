// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "document_postings.h"
#include "nsearch/document.h"
#include "term_table.h"

namespace nsearch::indexer {

/// Adds what a document's fields other than title and body give: boolean terms to `terms`; values, languages,
/// facet names and the id's term to `out`. See storage/index_schema.h.
void add_fields(const StoredDocument& document, std::string_view digest, TermTable& terms,
                DocumentPostings& out);

/// The host of a URL, in lower case and without user, port and "www."; empty where it has none.
std::string url_host(std::string_view url);

}  // namespace nsearch::indexer
