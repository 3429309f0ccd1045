// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nsearch::searcher {

/// By so many letters at most a word becomes shorter.
inline constexpr std::size_t most_letters_of_ending = 5;

/// A word with an ending of Greek or Latin words as they are in French, Dutch, German and English put into one form, and without a
/// plural: distillation and distillatie give "distillati", musique and muziek "musik" and "muzik". After Pirkola, Toivonen, Keskustalo,
/// Visala and Järvelin (Fuzzy translation of cross-lingual spelling variants, SIGIR 2003), who learn such rules. `surface` is a
/// surface form.
std::string with_even_ending(std::string_view surface);

}  // namespace nsearch::searcher
