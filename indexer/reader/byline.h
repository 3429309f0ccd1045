// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "nsearch/document.h"

namespace nsearch::indexer {

/// Who wrote, and when; either may be empty.
struct Byline {
  std::string author;
  std::string date;  ///< in ISO 8601
};

/// Reads a line of its own that says who wrote or when, in French, Dutch, English and German: "Auteur: Aria Mar 13,2025", "Par Marie Dupont |
/// 13 mars 2025 à 9h30", "Gepubliceerd op 13 maart 2025". A label without a colon ("By", "Door") is one only before two to six
/// capitalised words. Nothing where a line says more than that.
std::optional<Byline> read_byline(std::string_view line);

/// Takes lines that say who wrote and when from the beginning of a text, up to three, for the fields that are empty; gives what follows them.
std::string_view take_bylines(std::string_view text, Document& document);

/// The name after a label in a line such as "Door: Jan Peeters" is trimmed so; what follows "Foto:" too.
std::string_view trimmed_name(std::string_view text);

}  // namespace nsearch::indexer
