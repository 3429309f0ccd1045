// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace nsearch::indexer::glass {

/// Appends the positions of one term in one document as the position table holds them: the last one, then a
/// bit stream with the others by repeated halving (interpolative coding: Moffat and Stuiver, "Binary
/// interpolative coding for effective index compression", 2000). `positions`: at least one, strictly
/// ascending. Linear.
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace nsearch::indexer::glass
