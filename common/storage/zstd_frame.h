// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "nsearch/export.h"

/// zstd frames (RFC 8878) of known size. The contexts behind them are kept for each thread: making one costs
/// more than compressing an article.
namespace nsearch::storage {

/// Appends `bytes` to `out` as one frame. Throws std::bad_alloc.
NSEARCH_EXPORT void append_compressed(std::string& out, std::string_view bytes);

/// What `frame` holds; nothing where it is no single whole frame that says its size, or says one that no
/// honest frame of its length could have. Throws std::bad_alloc.
NSEARCH_EXPORT std::optional<std::string> decompress(std::string_view frame);

}  // namespace nsearch::storage
