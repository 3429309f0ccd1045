// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/french_verbs.h"

#include "analysis/stems/french_spelling.h"
#include "analysis/word_list.h"

namespace nsearch::analysis::french {
namespace {

constexpr std::string_view personal_endings[] = {"e",   "es",    "ons", "ez",   "ent",  "ai",
                                                 "as",  "a",     "ont", "ais",  "ait",  "ions",
                                                 "iez", "aient", "ant", "ants", "ante", "antes"};
constexpr std::string_view participle_endings[] = {"", "e", "s", "es"};

}  // namespace

IrregularVerbs::IrregularVerbs() : forms_(2000), stems_(1000), participles_(320) {
  for_each_line(word_list("stems/fr_verbs"), [&](std::string_view line) { add_line(line); });
}

void IrregularVerbs::add_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return;
  const std::string_view head = line.substr(0, colon);
  const std::string_view tail = line.substr(colon + 1);
  if (head.front() != '@') {
    add(head, head);
    for_each_word(tail, [&](std::string_view part) { add(part, head); });
    return;
  }
  const std::size_t blank = head.find(' ');
  const std::string_view ending = head.substr(1, blank - 1);
  std::string form;
  for_each_word(tail, [&](std::string_view beginning) {
    if (beginning == "-") beginning = {};
    const std::string_view infinitive = keep(std::string(beginning).append(ending));
    add(infinitive, infinitive);
    for_each_word(head.substr(blank), [&](std::string_view part) {
      form.assign(beginning).append(part.substr(1));
      add(form, infinitive);
    });
  });
}

/// The first verb of a form keeps it.
void IrregularVerbs::add(std::string_view part, std::string_view infinitive) {
  const char mark = part.back();
  if (mark == '-' || mark == '+') part.remove_suffix(1);
  if (!to_plain(part, scratch_)) return;
  WordTable& table = mark == '-' ? stems_ : mark == '+' ? participles_ : forms_;
  if (table.find(scratch_) == nullptr) table.add(keep(scratch_)).base = infinitive;
}

const std::string_view* IrregularVerbs::find(std::string_view plain) const {
  if (const WordTable::Entry* entry = forms_.find(plain)) return &entry->base;
  for (const std::string_view ending : personal_endings)
    if (plain.size() > ending.size() + 1 && plain.ends_with(ending))
      if (const WordTable::Entry* entry = stems_.find(plain.substr(0, plain.size() - ending.size())))
        return &entry->base;
  for (const std::string_view ending : participle_endings)
    if (plain.size() > ending.size() + 1 && plain.ends_with(ending))
      if (const WordTable::Entry* entry = participles_.find(plain.substr(0, plain.size() - ending.size())))
        return &entry->base;
  return nullptr;
}

bool IrregularVerbs::infinitive_of(std::string_view plain, std::string& out) const {
  const std::string_view* infinitive = find(plain);
  if (infinitive == nullptr) return false;
  out = *infinitive;
  return true;
}

}  // namespace nsearch::analysis::french
