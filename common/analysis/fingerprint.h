// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "analysis/language_profiles.h"

namespace nsearch::analysis {

/// analysis_fingerprint() of given rules: XXH3-64 over the tokens of the general probe text and of the
/// language's own (data/probe/), the overrides, and the compound splitter's digest. Stop words are outside:
/// they change no term.
std::string fingerprint(const LanguageRules& rules);

}  // namespace nsearch::analysis
