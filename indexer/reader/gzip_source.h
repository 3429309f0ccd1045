// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "reader/byte_source.h"

namespace nsearch::indexer {

/// Whether bytes begin as a gzip member (RFC 1952) does: a name may lie, these bytes don't.
bool looks_like_gzip(std::string_view head);

/// The decompressed bytes of `compressed`, all its members one after the other; zeros after the last one
/// (tape padding) are passed over. Checks each member's CRC and length.
std::unique_ptr<ByteSource> gzip_source(std::unique_ptr<ByteSource> compressed);

}  // namespace nsearch::indexer
