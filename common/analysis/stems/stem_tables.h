// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "analysis/stems/word_table.h"

/// The lists of data/stems/, as make_tables puts them. A form's base is its infinitive, a plural's its singular.
namespace nsearch::analysis {

namespace dutch {
struct WordFlag {
  enum : unsigned { noun = 1, adjective = 2, verb = 4, strong = 8, prefixed = 16 };
};
extern const WordTable word_table;
extern const WordTable plural_table;
}  // namespace dutch

namespace french {
struct WordFlag {
  enum : unsigned { noun_in_ent = 1, verb_in_er = 2, singular_in_s = 4 };
};
extern const WordTable word_table;
// Of irregular verbs: whole forms, stems that take any personal ending, participles.
extern const WordTable verb_form_table;
extern const WordTable verb_stem_table;
extern const WordTable participle_table;
}  // namespace french

namespace german {
struct WordFlag {
  enum : unsigned { anywhere = 1, alone = 2, prefixed = 4, weak = 8, strong = 16 };
};
extern const WordTable verb_form_table;
extern const WordTable verb_stem_table;
}  // namespace german

}  // namespace nsearch::analysis
