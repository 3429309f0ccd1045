// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "nsearch/export.h"

namespace nsearch {

/// Case- and accent-folds a text as a whole: spaces and punctuation stay, "Agence Française" -> "agence
/// francaise", "ŒUVRE" -> "oeuvre". NFC and NFD input give the same bytes; bytes that are no UTF-8 become
/// U+FFFD. Letters fold as in Token::surface. Thread-safe; linear.
NSEARCH_EXPORT std::string fold(std::string_view utf8);

}  // namespace nsearch
