// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nsearch::searcher {

enum class Operator { none, and_, or_, not_ };

/// The operator that a word is when it stands by itself: AND && &, OR || |, NOT. The one list of them.
Operator operator_of(std::string_view word);

/// The operator that a word resembles without being one ("and", "Or", "ET", "NIET"): worth a hint between
/// other words.
Operator lookalike_of(std::string_view word);

/// "AND", "OR", "NOT"; "" for none.
std::string_view operator_name(Operator op);

}  // namespace nsearch::searcher
