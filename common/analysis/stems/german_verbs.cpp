// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/german_verbs.h"

#include <algorithm>
#include <iterator>

#include "analysis/word_list.h"

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

}  // namespace

Verbs::Verbs() : forms_(1200), stems_(700) {
  for_each_line(word_list("stems/de_verbs"), [&](std::string_view line) { add_strong(line); });
  for_each_line(word_list("stems/de_weak"), [&](std::string_view line) {
    for_each_word(line, [&](std::string_view stem) { add_stem(stem, weak); });
  });
}

std::string_view Verbs::keep(std::string_view text) {
  return {arena_.copy(text.data(), text.size()), text.size()};
}

void Verbs::add_strong(std::string_view line) {
  const std::size_t colon = std::min(line.find(':'), line.size() - 1);
  const std::string_view infinitive = line.substr(0, colon);
  add_stem(infinitive.substr(0, infinitive.size() - (infinitive.ends_with("en") ? 2 : 1)), strong);
  for_each_word(line.substr(colon + 1), [&](std::string_view form) {
    unsigned flag = anywhere;
    if (form.ends_with('.')) flag = alone, form.remove_suffix(1);
    if (form.starts_with('-')) flag = prefixed, form.remove_prefix(1);
    const bool past = form.ends_with('+');
    if (past) form.remove_suffix(1);
    add_form(form, infinitive, flag);
    if (past)
      for (const char* ending : {"en", "st", "t"})
        add_form(keep(std::string(form) + ending), infinitive, flag);
    if (form.starts_with("ge") && form.size() > 5 && !infinitive.starts_with("ge"))
      add_form(form.substr(2), infinitive, prefixed);  // besprochen
  });
}

/// The first verb of a form keeps it.
void Verbs::add_form(std::string_view form, std::string_view infinitive, unsigned flag) {
  WordTable::Entry& entry = forms_.add(form);
  if (!entry.base.empty()) return;
  entry.base = infinitive;
  entry.flags = flag;
}

void Verbs::add_stem(std::string_view stem, unsigned flag) {
  stems_.add(stem).flags |= flag;
}

bool Verbs::find(std::string_view form, int prefixes_before, std::string& out) const {
  return find_form(form, prefixes_before, out) || find_stem(form, out) ||
         find_behind_prefix(form, prefixes_before, out);
}

/// A form of the list, participles inflected as adjectives are.
bool Verbs::find_form(std::string_view form, int prefixes_before, std::string& out) const {
  const unsigned usable = anywhere | (prefixes_before == 0 ? alone : prefixed);
  return without_any(form, adjective_endings, [&](std::string_view rest) {
    const WordTable::Entry* entry = forms_.find(rest);
    const bool participle = rest.starts_with("ge") || entry == nullptr || (entry->flags & prefixed) != 0;
    if (entry == nullptr || (entry->flags & usable) == 0 || (rest != form && !participle)) return false;
    out = entry->base;
    return true;
  });
}

bool Verbs::is_stem(std::string_view stem, unsigned flags, std::string& out) const {
  if (!stems_.has(stem, flags)) return false;
  out.assign(stem).append(stem.ends_with("el") || stem.ends_with("er") ? "n" : "en");
  return true;
}

/// macht, machte, gemacht(e); geht.
bool Verbs::find_stem(std::string_view form, std::string& out) const {
  if (without_any(form, weak_endings, [&](std::string_view stem) { return is_stem(stem, weak, out); }) ||
      without_any(form, present_endings, [&](std::string_view stem) { return is_stem(stem, strong, out); }))
    return true;
  if (!form.starts_with("ge")) return false;
  return without_any(form.substr(2), adjective_endings, [&](std::string_view participle) {
    constexpr std::string_view endings[] = {"t", "et"};
    return without_any(participle, endings, [&](std::string_view stem) { return is_stem(stem, weak, out); });
  });
}

/// ankam, angekommen, anzukommen.
bool Verbs::find_behind_prefix(std::string_view form, int prefixes_before, std::string& out) const {
  if (prefixes_before == 2) return false;
  for (const std::string_view prefix : prefixes) {
    if (form.size() < prefix.size() + 3 || !form.starts_with(prefix)) continue;
    const std::string_view rest = form.substr(prefix.size());
    const bool to = rest.size() > 6 && rest.starts_with("zu") && rest.ends_with('n');
    if (to && is_stem(rest.substr(2, rest.size() - (rest.ends_with("en") ? 4 : 3)), weak | strong, out)) {
      out.insert(0, prefix);
      return true;
    }
    if (!find(rest, prefixes_before + 1, out)) continue;
    out.insert(0, prefix);
    return true;
  }
  return false;
}

}  // namespace nsearch::analysis::german
