// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "result/marking.h"

namespace nsearch::searcher {

/// Where a passage that begins with `word` begins: with the quotation marks, brackets and elided articles
/// that belong to it. Nothing where the text allows no cut there ("Deepseek-|V3", "l'|IA" within the line).
std::optional<std::size_t> cut_before(std::string_view text, const std::vector<TextWord>& words,
                                      std::size_t word);

/// Where a passage that ends with `word` ends: with the punctuation that belongs to it.
std::optional<std::size_t> cut_after(std::string_view text, const std::vector<TextWord>& words,
                                     std::size_t word);

}  // namespace nsearch::searcher
