// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/dutch_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "analysis/stems/dutch_spelling.h"
#include "analysis/word_list.h"

namespace nsearch::analysis::dutch {
namespace {

constexpr std::size_t expected_words = 2600;
constexpr std::size_t expected_plurals = 150;

constexpr std::string_view prefixes[] = {
    "aaneen",  "aan",     "achteruit", "achter", "af",     "bijeen", "bij",    "binnen", "boven", "buiten",
    "be",      "deel",    "dicht",     "dood",   "door",   "er",     "gade",   "gelijk", "goed",  "groot",
    "hard",    "her",     "in",        "ineen",  "klaar",  "kwijt",  "langs",  "los",    "mee",   "mis",
    "mede",    "na",      "neer",      "om",     "omhoog", "omver",  "onder",  "ont",    "open",  "opnieuw",
    "op",      "over",    "plaats",    "rond",   "samen",  "schoon", "stil",   "stop",   "tegen", "teleur",
    "terecht", "terug",   "teweeg",    "thuis",  "toe",    "tussen", "uiteen", "uit",    "vast",  "ver",
    "vol",     "voorbij", "vooruit",   "voort",  "voor",   "vrij",   "waar",   "weer",   "weg",   "zwart",
};

constexpr std::string_view inseparable[] = {"be", "ver", "ont", "her", "er"};

/// Where the prefixes of each first letter begin; most words begin as none or few do.
struct PrefixesByLetter {
  std::array<std::uint8_t, 27> begin{};
  constexpr PrefixesByLetter() {
    std::size_t at = 0;
    for (std::size_t letter = 0; letter < 26; ++letter) {
      begin[letter] = static_cast<std::uint8_t>(at);
      while (at < std::size(prefixes) && prefixes[at].front() == static_cast<char>('a' + letter)) ++at;
    }
    begin[26] = static_cast<std::uint8_t>(at);
  }
};
constexpr PrefixesByLetter by_letter;
static_assert(by_letter.begin[26] == std::size(prefixes), "prefixes are ordered by their first letter");

std::string_view without_final_e(std::string_view word) {
  if (word.size() > 3 && word.ends_with('e') && !is_vowel(word[word.size() - 2])) word.remove_suffix(1);
  return word;
}

}  // namespace

std::size_t prefix_of(std::string_view word, std::size_t longest) {
  if (word.empty() || word.front() < 'a' || word.front() > 'z') return 0;
  const auto letter = static_cast<std::size_t>(word.front() - 'a');
  std::size_t found = 0;
  for (std::size_t i = by_letter.begin[letter]; i < by_letter.begin[letter + 1]; ++i) {
    const std::string_view prefix = prefixes[i];
    if (prefix.size() > found && prefix.size() <= longest && word.starts_with(prefix)) found = prefix.size();
  }
  return found;
}

bool has_inseparable_prefix(std::string_view word) {
  return std::any_of(std::begin(inseparable), std::end(inseparable),
                     [&](std::string_view prefix) { return word.starts_with(prefix); });
}

Words::Words() : table_(expected_words), plurals_(expected_plurals) {
  add_list(word_list("stems/nl_nouns"), noun);
  add_list(word_list("stems/nl_adjectives"), adjective);
  add_list(word_list("stems/nl_short_verbs"), verb);
  add_plurals(word_list("stems/nl_plurals"));
  add_verbs(word_list("stems/nl_verbs"));
}

void Words::add_list(std::string_view list, unsigned flag) {
  for_each_line(list, [&](std::string_view line) {
    for_each_word(line, [&](std::string_view word) {
      table_.add(flag == noun ? without_final_e(word) : word).flags |= flag;
    });
  });
}

void Words::add_plurals(std::string_view list) {
  for_each_line(list, [&](std::string_view line) {
    const std::size_t colon = std::min(line.find(':'), line.size() - 1);
    for_each_word(line.substr(colon + 1),
                  [&](std::string_view form) { plurals_.add(form).base = line.substr(0, colon); });
  });
}

void Words::add_verbs(std::string_view list) {
  for_each_line(list, [&](std::string_view line) {
    const std::size_t colon = std::min(line.find(':'), line.size() - 1);
    const std::string_view infinitive = line.substr(0, colon);
    for_each_word(line.substr(colon + 1), [&](std::string_view form) {
      if (form.front() == '-') return add_form(form.substr(1), infinitive, prefixed);
      add_form(form, infinitive, strong);
      if (form.starts_with("ge") && form.size() > 5 && !infinitive.starts_with("ge"))
        add_form(form.substr(2), infinitive, prefixed);  // besproken, verbroken
    });
  });
}

/// The first verb of a form keeps it.
void Words::add_form(std::string_view form, std::string_view infinitive, unsigned flag) {
  WordTable::Entry& entry = table_.add(form);
  if (!entry.base.empty()) return;
  entry.base = infinitive;
  entry.flags |= flag;
}

bool Words::is_whole(std::string_view word) const {
  if (table_.has(word, noun | adjective)) return true;
  if (word.starts_with("ge") || has_inseparable_prefix(word)) return false;
  for (std::size_t head = 3; head + 4 <= word.size(); ++head)
    if (!is_vowel(word[head]) && table_.has(word.substr(head), noun)) return true;
  return false;
}

bool Words::is_verb(std::string_view stem) const {
  if (table_.has(stem, verb)) return true;
  const std::size_t prefix = prefix_of(stem, stem.size() < 3 ? 0 : stem.size() - 3);
  return prefix != 0 && table_.has(stem.substr(prefix), verb);
}

bool Words::infinitive_of(std::string_view form, std::string& out) const {
  return infinitive_of(form, 0, out);
}

bool Words::infinitive_of(std::string_view form, int prefixes_before, std::string& out) const {
  const WordTable::Entry* entry = table_.find(form);
  const unsigned usable = prefixes_before == 0 ? strong : strong | prefixed;
  if (entry != nullptr && (entry->flags & usable) != 0 && (prefixes_before == 0 || entry->base != "zijn")) {
    out = entry->base;
    return true;
  }
  if (prefixes_before == 2 || form.size() < 5) return false;
  for (std::size_t longest = form.size() - 3; const std::size_t prefix = prefix_of(form, longest);
       longest = prefix - 1) {
    if (!infinitive_of(form.substr(prefix), prefixes_before + 1, out)) continue;
    out.insert(0, form.substr(0, prefix));
    return true;
  }
  return false;
}

bool Words::singular_of(std::string_view form, std::string& out) const {
  const WordTable::Entry* entry = plurals_.find(form);
  if (entry == nullptr) return false;
  out = entry->base;
  return true;
}

bool Words::compound_singular_of(std::string_view form, std::string& out) const {
  constexpr std::size_t shortest_head = 3;
  constexpr std::size_t shortest_tail = 5;
  for (std::size_t head = shortest_head; head + shortest_tail <= form.size(); ++head) {
    if (!singular_of(form.substr(head), out)) continue;
    out.insert(0, form.substr(0, head));
    return true;
  }
  return false;
}

}  // namespace nsearch::analysis::dutch
