// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "glass/shards.h"
#include "nsearch/document.h"
#include "storage/record.h"

namespace nsearch::searcher {

/// The id of a document of the index, mostly without reading its record.
std::string id_of(const Xapian::Document& document);

/// The stored record. Throws Error(corrupt) that names the document if it is damaged.
StoredDocument stored_document(const Xapian::Document& document, RecordPart part);

/// Likewise of the document with this number among all those of `local`, which may be null: read where it lies, if it can be.
StoredDocument stored_document(const Xapian::Document& document, RecordPart part, const glass::Shards* local,
                               Xapian::docid number);

}  // namespace nsearch::searcher
