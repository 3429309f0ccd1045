// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

/// What the lists of data/stems/nl_*.txt know of a word.
namespace nsearch::analysis::dutch {

/// A word that no rule shortens, or a compound that ends in one.
bool is_whole(std::string_view word);
bool is_adjective(std::string_view word);
bool is_verb(std::string_view stem);

/// The singular of an irregular plural: "steden" -> "stad". False: it is none.
bool singular_of(std::string_view form, std::string& out);

/// The same of a compound that ends in one: "hoofdsteden" -> "hoofdstad".
bool compound_singular_of(std::string_view form, std::string& out);

/// The infinitive of a strong verb's form, prefixes included: "aanbevolen" -> "aanbevelen". False where it is none.
bool infinitive_of(std::string_view form, std::string& out);

/// The end of the longest separable or inseparable prefix from `least` bytes on: 2 for "opbouwen". 0: none.
std::size_t prefix_of(std::string_view word, std::size_t longest);
bool has_inseparable_prefix(std::string_view word);

}  // namespace nsearch::analysis::dutch
