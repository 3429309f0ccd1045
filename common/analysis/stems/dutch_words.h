// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "analysis/stems/word_table.h"

namespace nsearch::analysis::dutch {

/// The lists of data/stems/nl_*.txt, and what they know of a word.
class Words {
 public:
  Words();

  /// A word that no rule shortens, or a compound that ends in one.
  bool is_whole(std::string_view word) const;
  bool is_adjective(std::string_view word) const { return table_.has(word, adjective); }
  bool is_verb(std::string_view stem) const;

  /// The singular of an irregular plural: "steden" -> "stad". False: it is none.
  bool singular_of(std::string_view form, std::string& out) const;

  /// The same of a compound that ends in one: "hoofdsteden" -> "hoofdstad".
  bool compound_singular_of(std::string_view form, std::string& out) const;

  /// The infinitive of a strong verb's form, prefixes included: "aanbevolen" -> "aanbevelen". False where it
  /// is none.
  bool infinitive_of(std::string_view form, std::string& out) const;

 private:
  enum Flag : unsigned { noun = 1, adjective = 2, verb = 4, strong = 8, prefixed = 16 };

  void add_list(std::string_view list, unsigned flag);
  void add_plurals(std::string_view list);
  void add_verbs(std::string_view list);
  void add_form(std::string_view form, std::string_view infinitive, unsigned flag);
  bool infinitive_of(std::string_view form, int prefixes, std::string& out) const;

  WordTable table_;
  WordTable plurals_;
};

/// The end of the longest separable or inseparable prefix from `least` bytes on: 2 for "opbouwen". 0: none.
std::size_t prefix_of(std::string_view word, std::size_t longest);
bool has_inseparable_prefix(std::string_view word);

}  // namespace nsearch::analysis::dutch
