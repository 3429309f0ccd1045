// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace nsearch::searcher {

/// Stands for a malformed byte in what next_character() returns.
inline constexpr char32_t malformed_character = 0xFFFFFFFF;

/// The character at byte `at`, which moves behind it. A malformed sequence counts as one character.
char32_t next_character(std::string_view text, std::size_t& at);

/// The character before byte `at`, which moves to its beginning.
char32_t previous_character(std::string_view text, std::size_t& at);

/// The offset of the first byte that is not UTF-8; npos where all is well.
std::size_t find_malformed(std::string_view text);

/// Whether words end here: Unicode white space, control characters and the byte order mark.
bool is_separator(char32_t c);

/// Whether `c` is a double quotation mark: " “ ” „ « ».
bool is_quote(char32_t c);

/// Whether `close` ends what `open` began: "a" “a” „a“ „a” ”a” «a» »a«.
bool closes_quote(char32_t open, char32_t close);

/// The closing mark that one would write after `open`, in UTF-8.
std::string_view usual_closing_quote(char32_t open);

/// Whether `c` is a letter or a digit of any script.
bool is_letter_or_digit(char32_t c);

bool is_ascii_letter(char32_t c);
bool is_ascii_digit(char32_t c);
bool is_ascii_punctuation(char32_t c);

/// Columns that `c` takes on a terminal: 0 for what joins the character before it, 2 for East Asian wide ones
/// and emoji.
int display_width(char32_t c);

/// Whether `c` is invisible and only steers how its neighbours are written (joiners, direction marks).
bool is_format_character(char32_t c);

}  // namespace nsearch::searcher
