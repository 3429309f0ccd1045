// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "nsearch/searcher.h"

namespace nsearch::searcher {

/// The ANSI sequences of the text formats; all empty without colour.
struct Palette {
  explicit Palette(bool colour);
  std::string title, mark, mark_end, faint, bar, reset;
};

/// `marked` for a terminal: control characters become spaces, marked stretches stand between the palette's
/// mark and mark_end followed by `base` (what the text around is printed in).
std::string paint(const MarkedText& marked, const Palette& palette, const std::string& base = {});

/// Text without control characters, so that no document can drive the reader's terminal.
std::string printable(const std::string& text);

}  // namespace nsearch::searcher
