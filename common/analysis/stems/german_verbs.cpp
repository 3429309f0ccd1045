// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/german_verbs.h"

#include <algorithm>
#include <iterator>

#include "analysis/stems/stem_tables.h"

namespace nsearch::analysis::german {
namespace {

// Of those that begin alike the longest first.
constexpr std::string_view prefixes[] = {
    "ab",     "aneinander", "an",     "auf",  "auseinander", "aus",      "bei",    "bereit", "bevor",
    "be",     "dar",        "durch",  "ein",  "emp",         "entgegen", "ent",    "er",     "fest",
    "fort",   "frei",       "gegen",  "her",  "heraus",      "hin",      "hinaus", "hinzu",  "hinter",
    "los",    "miss",       "mit",    "nach", "nieder",      "statt",    "teil",   "über",   "um",
    "unter",  "voraus",     "vorbei", "vor",  "weg",         "weiter",   "wider",  "wieder", "zer",
    "zurück", "zusammen",   "zu",     "ver",
};

/// Endings that Snowball leaves on a verb's stem.
constexpr std::string_view weak_endings[] = {"t",   "st", "te",  "ten", "test",
                                             "tet", "et", "est", "ete", "eten"};
constexpr std::string_view present_endings[] = {"t", "st", "et", "est"};
constexpr std::string_view adjective_endings[] = {"", "e", "en", "er", "es", "em"};
constexpr std::size_t shortest_stem = 2;

/// Calls `use(rest)` for what each of `endings` leaves, until it says true.
template <std::size_t Size, typename Use>
bool without_any(std::string_view word, const std::string_view (&endings)[Size], Use use) {
  return std::any_of(std::begin(endings), std::end(endings), [&](std::string_view ending) {
    return word.size() >= ending.size() + shortest_stem && word.ends_with(ending) &&
           use(word.substr(0, word.size() - ending.size()));
  });
}

bool find(std::string_view form, int prefixes_before, std::string& out);

/// A form of the list, participles inflected as adjectives are.
bool find_form(std::string_view form, int prefixes_before, std::string& out) {
  const unsigned usable = WordFlag::anywhere | (prefixes_before == 0 ? WordFlag::alone : WordFlag::prefixed);
  return without_any(form, adjective_endings, [&](std::string_view rest) {
    const auto entry = verb_form_table.find(rest);
    const bool participle = rest.starts_with("ge") || !entry || (entry->flags & WordFlag::prefixed) != 0;
    if (!entry || (entry->flags & usable) == 0 || (rest != form && !participle)) return false;
    out = entry->base;
    return true;
  });
}

bool is_stem(std::string_view stem, unsigned flags, std::string& out) {
  if (!verb_stem_table.has(stem, flags)) return false;
  out.assign(stem).append(stem.ends_with("el") || stem.ends_with("er") ? "n" : "en");
  return true;
}

/// macht, machte, gemacht(e); geht.
bool find_stem(std::string_view form, std::string& out) {
  if (without_any(form, weak_endings,
                  [&](std::string_view stem) { return is_stem(stem, WordFlag::weak, out); }) ||
      without_any(form, present_endings,
                  [&](std::string_view stem) { return is_stem(stem, WordFlag::strong, out); }))
    return true;
  if (!form.starts_with("ge")) return false;
  return without_any(form.substr(2), adjective_endings, [&](std::string_view participle) {
    constexpr std::string_view endings[] = {"t", "et"};
    return without_any(participle, endings,
                       [&](std::string_view stem) { return is_stem(stem, WordFlag::weak, out); });
  });
}

/// ankam, angekommen, anzukommen.
bool find_behind_prefix(std::string_view form, int prefixes_before, std::string& out) {
  if (prefixes_before == 2) return false;
  for (const std::string_view prefix : prefixes) {
    if (form.size() < prefix.size() + 3 || !form.starts_with(prefix)) continue;
    const std::string_view rest = form.substr(prefix.size());
    const bool to = rest.size() > 6 && rest.starts_with("zu") && rest.ends_with('n');
    if (to && is_stem(rest.substr(2, rest.size() - (rest.ends_with("en") ? 4 : 3)),
                      WordFlag::weak | WordFlag::strong, out)) {
      out.insert(0, prefix);
      return true;
    }
    if (!find(rest, prefixes_before + 1, out)) continue;
    out.insert(0, prefix);
    return true;
  }
  return false;
}

bool find(std::string_view form, int prefixes_before, std::string& out) {
  return find_form(form, prefixes_before, out) || find_stem(form, out) ||
         find_behind_prefix(form, prefixes_before, out);
}

}  // namespace

bool infinitive_of(std::string_view form, std::string& out) {
  return find(form, 0, out);
}

}  // namespace nsearch::analysis::german
