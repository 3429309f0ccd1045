// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "reader/byte_source.h"
#include "reader/container/container_kind.h"

namespace nsearch::indexer {

/// The decompressed bytes of `compressed`, which is zstd, bzip2 or xz; several streams in one follow one another.
std::unique_ptr<ByteSource> filter_source(std::unique_ptr<ByteSource> compressed, ContainerKind kind);

}  // namespace nsearch::indexer
