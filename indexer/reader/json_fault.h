// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "reader/utf8.h"

namespace nsearch::indexer {

/// How deep arrays and objects may nest.
inline constexpr std::size_t max_json_depth = 1024;

/// Where and why a JSON text (RFC 8259) is none. The parser says neither precisely, so a text that it refused
/// is looked at again, slowly. Nothing: no fault of form found. Linear; memory only for the nesting.
std::optional<TextFault> find_json_fault(std::string_view text);

/// Replaces escapes of half a surrogate pair ("\ud83d" alone), which stand for no character, by "\ufffd" in
/// place. Gives their number.
std::size_t replace_lone_surrogates(char* text, std::size_t size);

}  // namespace nsearch::indexer
