// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "nsearch/document.h"
#include "nsearch/index_writer.h"

namespace nsearch::indexer {

/// A digest (XXH3-128, 32 hexadecimal digits) of all that decides what the index holds of a document: its id
/// and other fields, the file that it came from, and the options that choose its language. The record's
/// number within its file is left out: a line inserted above must not make every document below it a changed
/// one. So are analysis fingerprints: an index made by another analysis does not open for writing.
std::string content_digest(const Document& document, const WriterOptions& options);

}  // namespace nsearch::indexer
