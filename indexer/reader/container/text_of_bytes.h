// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer {

/// Bytes that may be anything as text that can be shown and told apart: what is no well-formed UTF-8, and control characters, as %XX.
std::string text_of_bytes(std::string_view bytes);

}  // namespace nsearch::indexer
