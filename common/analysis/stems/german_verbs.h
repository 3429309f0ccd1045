// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "analysis/arena.h"
#include "analysis/stems/word_table.h"

namespace nsearch::analysis::german {

/// The verbs of data/stems/de_verbs.txt and de_weak.txt.
class Verbs {
 public:
  Verbs();

  /// The infinitive of a verb's form, its prefixes included: "anzukommen" and "angekommen" are ankommen. False
  /// where it is none, or is one already. `form` is case-folded, with its umlauts.
  bool infinitive_of(std::string_view form, std::string& out) const { return find(form, 0, out); }

 private:
  enum Flag : unsigned { anywhere = 1, alone = 2, prefixed = 4, weak = 8, strong = 16 };

  void add_strong(std::string_view line);
  void add_form(std::string_view form, std::string_view infinitive, unsigned flag);
  void add_stem(std::string_view stem, unsigned flag);
  std::string_view keep(std::string_view text);
  bool find(std::string_view form, int prefixes, std::string& out) const;
  bool find_form(std::string_view form, int prefixes, std::string& out) const;
  bool find_stem(std::string_view form, std::string& out) const;
  bool find_behind_prefix(std::string_view form, int prefixes, std::string& out) const;
  bool is_stem(std::string_view stem, unsigned flags, std::string& out) const;

  Arena arena_;
  WordTable forms_;
  WordTable stems_;
};

}  // namespace nsearch::analysis::german
