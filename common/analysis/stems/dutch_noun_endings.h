// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace nsearch::analysis::dutch {

/// huisje -> huis, boompje -> boom, balletje -> bal, autootje -> auto; plurals likewise. False: none.
bool drop_diminutive(std::string& word);

/// The -s of a plural: tafels, moeders, computers, ziektes. False: none, as in huis, mens, fiets.
bool drop_plural_s(std::string& word);

/// grootste, groter, belangrijkst -> groot, belangrijk; only of adjectives. `word` has lost its -e already.
/// False: none.
bool drop_degree(std::string& word);

}  // namespace nsearch::analysis::dutch
