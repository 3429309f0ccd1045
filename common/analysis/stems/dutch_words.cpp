// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/dutch_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "analysis/stems/dutch_spelling.h"
#include "analysis/stems/stem_tables.h"

namespace nsearch::analysis::dutch {
namespace {

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

namespace {

/// Behind so many prefixes.
bool infinitive_behind(std::string_view form, int prefixes_before, std::string& out) {
  const auto entry = word_table.find(form);
  const unsigned usable = prefixes_before == 0 ? WordFlag::strong : WordFlag::strong | WordFlag::prefixed;
  if (entry && (entry->flags & usable) != 0 && (prefixes_before == 0 || entry->base != "zijn")) {
    out = entry->base;
    return true;
  }
  if (prefixes_before == 2 || form.size() < 5) return false;
  for (std::size_t longest = form.size() - 3; const std::size_t prefix = prefix_of(form, longest);
       longest = prefix - 1) {
    if (!infinitive_behind(form.substr(prefix), prefixes_before + 1, out)) continue;
    out.insert(0, form.substr(0, prefix));
    return true;
  }
  return false;
}

}  // namespace

bool is_whole(std::string_view word) {
  if (word_table.has(word, WordFlag::noun | WordFlag::adjective)) return true;
  if (word.starts_with("ge") || has_inseparable_prefix(word)) return false;
  for (std::size_t head = 3; head + 4 <= word.size(); ++head)
    if (!is_vowel(word[head]) && word_table.has(word.substr(head), WordFlag::noun)) return true;
  return false;
}

bool is_adjective(std::string_view word) {
  return word_table.has(word, WordFlag::adjective);
}

bool is_verb(std::string_view stem) {
  if (word_table.has(stem, WordFlag::verb)) return true;
  const std::size_t prefix = prefix_of(stem, stem.size() < 3 ? 0 : stem.size() - 3);
  return prefix != 0 && word_table.has(stem.substr(prefix), WordFlag::verb);
}

bool infinitive_of(std::string_view form, std::string& out) {
  return infinitive_behind(form, 0, out);
}

bool singular_of(std::string_view form, std::string& out) {
  const auto entry = plural_table.find(form);
  if (!entry) return false;
  out = entry->base;
  return true;
}

bool compound_singular_of(std::string_view form, std::string& out) {
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
