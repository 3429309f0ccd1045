// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "analysis/compounds/compound_model.h"

namespace nsearch::analysis {

/// Made at build time by compounds/lexicon/ from the word list of Debian's wdutch and
/// data/compounds/nl.rules.
extern const CompoundLexicon dutch_compound_lexicon;

}  // namespace nsearch::analysis
