// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>

#include "analysis/stems/french_spelling.h"
#include "analysis/stems/french_verbs.h"
#include "analysis/stems/stem_rules.h"
#include "analysis/stems/stem_tables.h"
#include "analysis/word_list.h"

namespace nsearch::analysis {
namespace {

using french::word_table;
using french::WordFlag;

class FrenchRules : public StemRules {
 public:
  Reduced reduce(std::string_view word, std::string& out) const override {
    std::string plain;
    if (word.size() < 2 || !french::to_plain(word, plain)) return Reduced::unchanged;
    if (plain.find_first_of("aeiouy") == plain.npos) return keep(word, out);  // PS, CRS: no plurals
    if (french::infinitive_of(plain, out) || third_person_plural(word, plain, out) ||
        first_person_plural(word, plain, out) || masculine_singular(word, out) || singular(word, plain, out))
      return Reduced::base;
    return Reduced::unchanged;
  }

  std::vector<std::string_view> lists() const override {
    return {word_list("stems/fr_verbs"), word_list("stems/fr_ent"), word_list("stems/fr_er"),
            word_list("stems/fr_s")};
  }

 private:
  static Reduced keep(std::string_view word, std::string& out) {
    out = word;
    return Reduced::stem;
  }

  static bool is_verb(std::string_view plain_stem) {
    return word_table.has(std::string(plain_stem).append("er"), WordFlag::verb_in_er) ||
           (plain_stem.ends_with("ge") &&
            word_table.has(std::string(plain_stem).append("r"), WordFlag::verb_in_er));
  }

  /// parlent -> parler; not président, rapidement, finissent, parlaient.
  bool third_person_plural(std::string_view word, const std::string& plain, std::string& out) const {
    if (plain.size() < 6 || !plain.ends_with("ent")) return false;
    const std::string_view stem = std::string_view(plain).substr(0, plain.size() - 3);
    for (const std::string_view end : {"iss", "ai", "er", "ir", "ur", "ien", "em", "am", "i"})
      if (stem.ends_with(end) && !is_verb(stem)) return false;
    if (word_table.has(plain, WordFlag::noun_in_ent)) return false;
    if (stem.ends_with('m') && !is_verb(stem)) return false;
    out = std::string(word.substr(0, word.size() - 3)).append("er");
    return true;
  }

  /// parlons, parlions, mangeons -> parler, manger, of known verbs only: maisons, unions.
  bool first_person_plural(std::string_view word, const std::string& plain, std::string& out) const {
    if (plain.size() < 6 || !plain.ends_with("ons")) return false;
    const std::string_view stem = std::string_view(plain).substr(0, plain.size() - 3);
    if (stem.ends_with('i') && is_verb_before_ion(stem.substr(0, stem.size() - 1))) {
      out = std::string(word.substr(0, word.size() - 4)).append("er");
      return true;
    }
    if (!is_verb(stem)) return false;
    out = std::string(word.substr(0, word.size() - 3 - stem.ends_with("ge"))).append("er");
    return true;
  }

  /// Plurals that Snowball keeps apart from their singular: it takes no -s from amis, photos and tissus, and sees a
  /// verb's ending in one of rocher(s), loisir(s), circuit(s), union(s).
  bool singular(std::string_view word, const std::string& plain, std::string& out) const {
    if (plain.size() < 4 || !plain.ends_with('s') || word_table.has(plain, WordFlag::singular_in_s))
      return false;
    const std::string_view rest = std::string_view(plain).substr(0, plain.size() - 1);
    const auto ends = [&](std::string_view end) { return rest.ends_with(end); };
    const bool vowel = (ends("i") && !ends("ai") && !ends("oi")) || ends("o") || ends("u");
    if (!vowel && !ends("it") && !ends("er") && !ends("ir") && !is_noun_in_ion(rest)) return false;
    out = word.substr(0, word.size() - 1);
    return true;
  }

  /// Unions, nations, passions; not (nous) parlions.
  static bool is_noun_in_ion(std::string_view singular) {
    return singular.ends_with("ion") && !is_verb_before_ion(singular.substr(0, singular.size() - 3));
  }

  static bool is_verb_before_ion(std::string_view stem) {
    return !stem.ends_with('t') && !stem.ends_with('s') && !stem.ends_with('x') && is_verb(stem);
  }

  /// What Snowball keeps apart: directrice and directeur, active and actif, étrangère(s) and étranger.
  static bool masculine_singular(std::string_view word, std::string& out) {
    std::string_view singular = word;
    if (singular.ends_with('s')) singular.remove_suffix(1);
    const auto replace_last = [&](std::size_t bytes, std::string_view end) {
      out = std::string(singular.substr(0, singular.size() - bytes)).append(end);
      return true;
    };
    if (singular.size() >= 7 && singular.ends_with("trice") && !singular.ends_with("matrice") &&
        singular != "cicatrice")
      return replace_last(4, "eur");
    if (singular.ends_with("tive") || singular.ends_with("sive")) return replace_last(2, "f");
    if (singular.ends_with("gère") || singular.ends_with("chère"))
      return replace_last(std::string_view("ère").size(), "er");
    if (singular != word && (singular.ends_with("ger") || singular.ends_with("cher")))
      return replace_last(0, "");
    return false;
  }
};

}  // namespace

const StemRules& french_stem_rules() {
  static const FrenchRules rules;
  return rules;
}

}  // namespace nsearch::analysis
