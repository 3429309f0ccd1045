// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::analysis::german {

/// The infinitive of a verb's form, its prefixes included: "anzukommen" and "angekommen" are ankommen. By the verbs of
/// data/stems/de_verbs.txt and de_weak.txt. False where it is none, or is one already. `form` is case-folded, with its
/// umlauts.
bool infinitive_of(std::string_view form, std::string& out);

}  // namespace nsearch::analysis::german
