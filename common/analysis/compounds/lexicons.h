// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "analysis/compounds/compound_model.h"

namespace nsearch::analysis {

/// Made at build time by compounds/lexicon/ from a word list of Debian and data/compounds/CODE.rules: wdutch
/// and nl.rules, wngerman and de.rules.
extern const CompoundLexicon dutch_compound_lexicon;
extern const CompoundLexicon german_compound_lexicon;

}  // namespace nsearch::analysis
