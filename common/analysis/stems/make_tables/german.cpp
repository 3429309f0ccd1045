// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "analysis/stems/make_tables/table.h"
#include "analysis/stems/stem_tables.h"
#include "analysis/word_list.h"

namespace nsearch::analysis::make_tables {
namespace {

void add_strong(German& tables, std::string_view line) {
  const std::size_t colon = std::min(line.find(':'), line.size() - 1);
  const std::string_view infinitive = line.substr(0, colon);
  tables.verb_stems.add(infinitive.substr(0, infinitive.size() - (infinitive.ends_with("en") ? 2 : 1)))
      .flags |= german::WordFlag::strong;
  for_each_word(line.substr(colon + 1), [&](std::string_view form) {
    unsigned flag = german::WordFlag::anywhere;
    if (form.ends_with('.')) flag = german::WordFlag::alone, form.remove_suffix(1);
    if (form.starts_with('-')) flag = german::WordFlag::prefixed, form.remove_prefix(1);
    const bool past = form.ends_with('+');
    if (past) form.remove_suffix(1);
    tables.verb_forms.add_form(form, infinitive, flag);
    if (past)
      for (const char* ending : {"en", "st", "t"})
        tables.verb_forms.add_form(std::string(form) + ending, infinitive, flag);
    if (form.starts_with("ge") && form.size() > 5 && !infinitive.starts_with("ge"))
      tables.verb_forms.add_form(form.substr(2), infinitive, german::WordFlag::prefixed);  // besprochen
  });
}

}  // namespace

German::German() {
  for_each_line(word_list("stems/de_verbs"), [&](std::string_view line) { add_strong(*this, line); });
  for_each_line(word_list("stems/de_weak"), [&](std::string_view line) {
    for_each_word(line, [&](std::string_view stem) { verb_stems.add(stem).flags |= german::WordFlag::weak; });
  });
}

}  // namespace nsearch::analysis::make_tables
