// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace nsearch::cli {

/// Whether standard output, or standard error, is a terminal.
bool output_is_terminal();
bool errors_are_terminal();

/// Columns of the terminal, else 100.
std::size_t terminal_width();

/// Whether to colour standard output: `choice` is auto, always or never; auto means a terminal, TERM other
/// than dumb and NO_COLOR (no-color.org) unset or empty.
bool use_colour(const std::string& choice);

}  // namespace nsearch::cli
