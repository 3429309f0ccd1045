// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "nsearch/document.h"
#include "nsearch/index_writer.h"

namespace nsearch::indexer {

/// Raised when the same document, with the same options, is decided differently: its language, its passages,
/// what its fields become. Then a further run takes every document anew.
inline constexpr std::uint32_t decision_version = 1;

/// A digest (XXH3-128, 32 hexadecimal digits) of all that decides what the index holds of a document: its id
/// and other fields, the file that it came from, the options that choose its language, and
/// decision_version. The record's
/// number within its file is left out: a line inserted above must not make every document below it a changed
/// one. So are analysis fingerprints: an index made by another analysis does not open for writing, and
/// reindexing makes its terms anew while the digests stay.
std::string content_digest(const Document& document, const WriterOptions& options);

}  // namespace nsearch::indexer
