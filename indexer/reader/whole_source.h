// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "reader/byte_source.h"
#include "reader/utf8.h"

namespace nsearch::indexer {

/// All of a source into `bytes`, or why not: it is larger than `most`, or damaged. Throws Error(io) of the source.
std::optional<TextFault> read_whole(ByteSource& source, std::size_t most, std::string& bytes);

}  // namespace nsearch::indexer
