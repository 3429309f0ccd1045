// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/french_verbs.h"

#include <optional>

#include "analysis/stems/stem_tables.h"

namespace nsearch::analysis::french {
namespace {

constexpr std::string_view personal_endings[] = {"e",   "es",    "ons", "ez",   "ent",  "ai",
                                                 "as",  "a",     "ont", "ais",  "ait",  "ions",
                                                 "iez", "aient", "ant", "ants", "ante", "antes"};
constexpr std::string_view participle_endings[] = {"", "e", "s", "es"};

std::optional<std::string_view> base_in(const WordTable& table, std::string_view word) {
  const auto entry = table.find(word);
  return entry ? std::optional(entry->base) : std::nullopt;
}

/// The last letter tells most apart.
bool has_ending(std::string_view word, std::string_view ending) {
  return ending.empty() || (word.back() == ending.back() && word.ends_with(ending));
}

template <std::size_t Size>
std::optional<std::string_view> base_before(const std::string_view (&endings)[Size], const WordTable& table,
                                            std::string_view word) {
  for (const std::string_view ending : endings)
    if (word.size() > ending.size() + 1 && has_ending(word, ending))
      if (const auto base = base_in(table, word.substr(0, word.size() - ending.size()))) return base;
  return std::nullopt;
}

}  // namespace

bool infinitive_of(std::string_view plain, std::string& out) {
  auto infinitive = base_in(verb_form_table, plain);
  if (!infinitive) infinitive = base_before(personal_endings, verb_stem_table, plain);
  if (!infinitive) infinitive = base_before(participle_endings, participle_table, plain);
  if (!infinitive) return false;
  out = *infinitive;
  return true;
}

}  // namespace nsearch::analysis::french
