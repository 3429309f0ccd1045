// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/french_spelling.h"
#include "analysis/stems/make_tables/table.h"
#include "analysis/stems/stem_tables.h"
#include "analysis/word_list.h"

namespace nsearch::analysis::make_tables {
namespace {

void add_list(Table& table, std::string_view list, unsigned flag) {
  std::string plain;
  for_each_line(list, [&](std::string_view line) {
    for_each_word(line, [&](std::string_view word) {
      if (french::to_plain(word, plain)) table.add(plain).flags |= flag;
    });
  });
}

/// "part-" is a stem of the verb, "part+" a participle.
void add_part(French& tables, std::string_view part, std::string_view infinitive) {
  const char mark = part.back();
  if (mark == '-' || mark == '+') part.remove_suffix(1);
  std::string plain;
  if (!french::to_plain(part, plain)) return;
  Table& table = mark == '-' ? tables.verb_stems : mark == '+' ? tables.participles : tables.verb_forms;
  table.add_form(plain, infinitive, 0);
}

/// "verb: part ...", or "@ending -part ...: beginning ..." for all verbs that are inflected alike.
void add_verb_line(French& tables, std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return;
  const std::string_view head = line.substr(0, colon);
  const std::string_view tail = line.substr(colon + 1);
  if (head.front() != '@') {
    add_part(tables, head, head);
    for_each_word(tail, [&](std::string_view part) { add_part(tables, part, head); });
    return;
  }
  const std::size_t blank = head.find(' ');
  const std::string_view ending = head.substr(1, blank - 1);
  for_each_word(tail, [&](std::string_view beginning) {
    if (beginning == "-") beginning = {};
    const std::string infinitive = std::string(beginning).append(ending);
    add_part(tables, infinitive, infinitive);
    for_each_word(head.substr(blank), [&](std::string_view part) {
      add_part(tables, std::string(beginning).append(part.substr(1)), infinitive);
    });
  });
}

}  // namespace

French::French() {
  add_list(words, word_list("stems/fr_ent"), french::WordFlag::noun_in_ent);
  add_list(words, word_list("stems/fr_er"), french::WordFlag::verb_in_er);
  add_list(words, word_list("stems/fr_s"), french::WordFlag::singular_in_s);
  for_each_line(word_list("stems/fr_verbs"), [&](std::string_view line) { add_verb_line(*this, line); });
}

}  // namespace nsearch::analysis::make_tables
