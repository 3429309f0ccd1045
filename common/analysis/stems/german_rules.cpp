// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>

#include "analysis/stems/german_verbs.h"
#include "analysis/stems/stem_rules.h"
#include "analysis/word_list.h"

namespace nsearch::analysis {
namespace {

class GermanRules : public StemRules {
 public:
  Reduced reduce(std::string_view word, std::string& out) const override {
    if (word.size() < 3) return Reduced::unchanged;
    const bool changed =
        german::infinitive_of(word, out) || feminine_singular(word, out) || verb_in_ieren(word, out);
    return changed ? Reduced::base : Reduced::unchanged;
  }

  std::vector<std::string_view> lists() const override {
    return {word_list("stems/de_verbs"), word_list("stems/de_weak")};
  }

 private:
  /// Lehrerinnen -> Lehrerin.
  static bool feminine_singular(std::string_view word, std::string& out) {
    if (word.size() < 9 || !word.ends_with("innen")) return false;
    out = word.substr(0, word.size() - 3);
    return true;
  }

  /// studiert, studierte(n), studiertes -> studieren.
  static bool verb_in_ieren(std::string_view word, std::string& out) {
    for (const std::string_view ending : {"t", "te", "ten", "ter", "tes", "tem", "tet", "test", "st"}) {
      if (word.size() < ending.size() + 6 || !word.ends_with(ending)) continue;
      const std::string_view stem = word.substr(0, word.size() - ending.size());
      if (!stem.ends_with("ier")) continue;
      out.assign(stem).append("en");
      return true;
    }
    return false;
  }
};

}  // namespace

const StemRules& german_stem_rules() {
  static const GermanRules rules;
  return rules;
}

}  // namespace nsearch::analysis
