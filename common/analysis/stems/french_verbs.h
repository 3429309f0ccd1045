// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "analysis/arena.h"
#include "analysis/stems/word_table.h"

namespace nsearch::analysis::french {

/// The irregular verbs of data/stems/fr_verbs.txt, found by any of their forms.
class IrregularVerbs {
 public:
  IrregularVerbs();

  /// `plain`: a form without accents. False: it is no form of these verbs.
  bool infinitive_of(std::string_view plain, std::string& out) const;

 private:
  void add_line(std::string_view line);
  void add(std::string_view part, std::string_view infinitive);
  std::string_view keep(std::string_view text) {
    return {arena_.copy(text.data(), text.size()), text.size()};
  }
  const std::string_view* find(std::string_view plain) const;

  Arena arena_;
  std::string scratch_;
  WordTable forms_;
  WordTable stems_;
  WordTable participles_;
};

}  // namespace nsearch::analysis::french
