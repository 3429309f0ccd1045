// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "analysis/stems/dutch_spelling.h"
#include "analysis/stems/make_tables/table.h"
#include "analysis/stems/stem_tables.h"
#include "analysis/word_list.h"

namespace nsearch::analysis::make_tables {
namespace {

std::string_view without_final_e(std::string_view word) {
  if (word.size() > 3 && word.ends_with('e') && !dutch::is_vowel(word[word.size() - 2]))
    word.remove_suffix(1);
  return word;
}

void add_list(Table& table, std::string_view list, unsigned flag) {
  for_each_line(list, [&](std::string_view line) {
    for_each_word(line, [&](std::string_view word) {
      table.add(flag == dutch::WordFlag::noun ? without_final_e(word) : word).flags |= flag;
    });
  });
}

void add_plurals(Table& table, std::string_view list) {
  for_each_line(list, [&](std::string_view line) {
    const std::size_t colon = std::min(line.find(':'), line.size() - 1);
    for_each_word(line.substr(colon + 1),
                  [&](std::string_view form) { table.add(form).base = line.substr(0, colon); });
  });
}

void add_verbs(Table& table, std::string_view list) {
  for_each_line(list, [&](std::string_view line) {
    const std::size_t colon = std::min(line.find(':'), line.size() - 1);
    const std::string_view infinitive = line.substr(0, colon);
    for_each_word(line.substr(colon + 1), [&](std::string_view form) {
      if (form.front() == '-') return table.add_form(form.substr(1), infinitive, dutch::WordFlag::prefixed);
      table.add_form(form, infinitive, dutch::WordFlag::strong);
      if (form.starts_with("ge") && form.size() > 5 && !infinitive.starts_with("ge"))
        table.add_form(form.substr(2), infinitive, dutch::WordFlag::prefixed);  // besproken, verbroken
    });
  });
}

}  // namespace

Dutch::Dutch() {
  add_list(words, word_list("stems/nl_nouns"), dutch::WordFlag::noun);
  add_list(words, word_list("stems/nl_adjectives"), dutch::WordFlag::adjective);
  add_list(words, word_list("stems/nl_short_verbs"), dutch::WordFlag::verb);
  add_plurals(plurals, word_list("stems/nl_plurals"));
  add_verbs(words, word_list("stems/nl_verbs"));
}

}  // namespace nsearch::analysis::make_tables
