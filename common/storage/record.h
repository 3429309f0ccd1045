// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "nsearch/document.h"
#include "nsearch/export.h"

/// The stored record: what the index gives back of a document.
///
///     byte 0       record version (3)
///     bytes 1..8   XXH3-64 of all that follows, little-endian
///     byte 9       the body is 0: plain, 1: a zstd frame
///     rest         the fields
///
/// The fields, in order: id, url, title, date, language, source, author, origin path, declared
/// language (texts); origin record, modified (varints); the number of facets and each one's name and value; the number of language spans and
/// each one's begin, end and language; the body, last and the only one
/// compressed, so that a list of hits decompresses nothing. A text
/// is its length in bytes as a varint, then the bytes. A varint has seven bits a byte, low bits first, the
/// high bit set on all but the last byte.
namespace nsearch {

/// Compresses where that helps. Thread-safe. Throws std::bad_alloc only.
NSEARCH_EXPORT std::string encode_record(const StoredDocument& document);

/// What a reader needs of a record: without the body nothing is decompressed.
enum class RecordPart { all, without_body };

/// Throws Error(corrupt) where the checksum or the shape is wrong, Error(format_version) on an unknown
/// version. Thread-safe.
NSEARCH_EXPORT StoredDocument decode_record(std::string_view bytes, RecordPart part = RecordPart::all);

}  // namespace nsearch
