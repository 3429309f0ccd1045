// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/language_profiles.h"

#include <array>
#include <memory>
#include <mutex>
#include <string>

#include "analysis/compounds/lexicon_splitter.h"
#include "analysis/normalizer.h"
#include "analysis/word_list.h"
#include "nsearch/language.h"

namespace nsearch::analysis {
namespace {

constexpr LanguageProfile undetermined = {"und", "undetermined", "", ""};

/// Ordered by code.
constexpr std::array profiles = {
    LanguageProfile{"ar", "Arabic", "العربية", "arabic"},
    LanguageProfile{"ca", "Catalan", "català", "catalan"},
    LanguageProfile{"da", "Danish", "dansk", "danish"},
    LanguageProfile{"de", "German", "Deutsch", "german"},
    LanguageProfile{"el", "Greek", "ελληνικά", "greek"},
    LanguageProfile{"en", "English", "English", "english"},
    LanguageProfile{"es", "Spanish", "español", "spanish"},
    LanguageProfile{"eu", "Basque", "euskara", "basque"},
    LanguageProfile{"fi", "Finnish", "suomi", "finnish"},
    LanguageProfile{"fr", "French", "français", "french", false, nullptr, french_stem_rules},
    LanguageProfile{"ga", "Irish", "Gaeilge", "irish"},
    LanguageProfile{"hi", "Hindi", "हिन्दी", "hindi"},
    LanguageProfile{"hu", "Hungarian", "magyar", "hungarian"},
    LanguageProfile{"hy", "Armenian", "հայերեն", "armenian"},
    LanguageProfile{"id", "Indonesian", "Bahasa Indonesia", "indonesian"},
    LanguageProfile{"it", "Italian", "italiano", "italian"},
    LanguageProfile{"lt", "Lithuanian", "lietuvių", "lithuanian"},
    LanguageProfile{"ne", "Nepali", "नेपाली", "nepali"},
    LanguageProfile{"nl", "Dutch", "Nederlands", "dutch", false, dutch_compounds, dutch_stem_rules},
    LanguageProfile{"no", "Norwegian", "norsk", "norwegian"},
    LanguageProfile{"pt", "Portuguese", "português", "portuguese"},
    LanguageProfile{"ro", "Romanian", "română", "romanian"},
    LanguageProfile{"ru", "Russian", "русский", "russian"},
    LanguageProfile{"sr", "Serbian", "српски", "serbian"},
    LanguageProfile{"sv", "Swedish", "svenska", "swedish"},
    LanguageProfile{"ta", "Tamil", "தமிழ்", "tamil"},
    LanguageProfile{"tr", "Turkish", "Türkçe", "turkish", true},
    LanguageProfile{"yi", "Yiddish", "ייִדיש", "yiddish"},
};

std::string list_name(std::string_view folder, std::string_view code) {
  return std::string(folder).append("/").append(code);
}

struct LazyRules {
  std::once_flag once;
  std::unique_ptr<const LanguageRules> rules;

  const LanguageRules& get(const LanguageProfile& profile) {
    std::call_once(once, [&] { rules = std::make_unique<const LanguageRules>(profile); });
    return *rules;
  }
};

}  // namespace

LanguageRules::LanguageRules(const LanguageProfile& row)
    : profile(row),
      overrides(word_list(list_name("overrides", row.code))),
      splitter(row.splitter ? row.splitter() : nullptr),
      stems(row.stems ? &row.stems() : nullptr) {
  std::string folded;
  for_each_line(word_list(list_name("stop_words", row.code)), [&](std::string_view line) {
    for_each_word(line, [&](std::string_view word) {
      nfkc_casefold(word, folded);
      stop_words.insert(folded);
    });
  });
}

const LanguageProfile& language_profile(std::string_view code) {
  for (const LanguageProfile& profile : profiles)
    if (profile.code == code) return profile;
  return undetermined;
}

const LanguageRules& language_rules(std::string_view code) {
  static LazyRules all_rules[profiles.size() + 1];
  for (std::size_t i = 0; i < profiles.size(); ++i)
    if (profiles[i].code == code) return all_rules[i].get(profiles[i]);
  return all_rules[profiles.size()].get(undetermined);
}

}  // namespace nsearch::analysis

namespace nsearch {

const std::vector<LanguageInfo>& languages() {
  static const std::vector<LanguageInfo> all = [] {
    std::vector<LanguageInfo> list;
    for (const analysis::LanguageProfile& row : analysis::profiles) {
      list.push_back({std::string(row.code), std::string(row.name), std::string(row.native),
                      std::string(row.algorithm), analysis::language_rules(row.code).stop_words.size()});
    }
    return list;
  }();
  return all;
}

}  // namespace nsearch
