// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/analyzer.h"

namespace nsearch::searcher {

inline constexpr std::size_t most_splits = 3;

/// The ways to read one word as several that stand apart, each of them `known`, likeliest first: the one whose rarest
/// part is the most frequent. `typed` is the word as it was typed, `surface` its folded form; `known` gives the
/// number of documents with a form.
///
/// Split are words that mix letters and digits (deepseekv3: deepseek v3), at any place; words with a capital after
/// a small letter (DeepSeek: deep seek), there; and words that are not known themselves (salaireminimum: salaire
/// minimum), in two parts of three letters and more.
std::vector<std::vector<std::string>> word_splits(std::string_view typed, std::string_view surface,
                                                  const std::function<std::size_t(const std::string&)>& known,
                                                  Analyzer& neutral);

}  // namespace nsearch::searcher
