// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::analysis::french {

/// Replaces é, ç, œ ... by plain letters. False: there are other letters than those of French.
bool to_plain(std::string_view word, std::string& out);

}  // namespace nsearch::analysis::french
