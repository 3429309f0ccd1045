// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "nsearch/searcher.h"
#include "present/mark.h"

namespace nsearch::searcher {

/// A hit for people: rank and title, facts, place, snippets, each on its line.
void write_hit(const Hit& hit, std::ostream& out, const Palette& palette);

}  // namespace nsearch::searcher
