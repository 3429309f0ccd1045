// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::analysis::french {

/// The infinitive of an irregular verb's form, by data/stems/fr_verbs.txt. `plain`: without accents. False: it is no
/// form of these verbs.
bool infinitive_of(std::string_view plain, std::string& out);

}  // namespace nsearch::analysis::french
