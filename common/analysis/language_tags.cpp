// SPDX-License-Identifier: GPL-2.0-or-later
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <utility>

#include "nsearch/language.h"

namespace nsearch {
namespace {

using Alias = std::pair<std::string_view, std::string_view>;

/// Codes that ICU does not reduce: bibliographic ISO 639-2 codes, deprecated ones, single languages of a
/// macrolanguage that is used for them, the two written forms of Norwegian. Sorted.
constexpr std::array aliases = {
    Alias{"alb", "sq"}, Alias{"arb", "ar"}, Alias{"arm", "hy"}, Alias{"baq", "eu"}, Alias{"bur", "my"},
    Alias{"chi", "zh"}, Alias{"cmn", "zh"}, Alias{"cze", "cs"}, Alias{"dut", "nl"}, Alias{"ekk", "et"},
    Alias{"fre", "fr"}, Alias{"geo", "ka"}, Alias{"ger", "de"}, Alias{"gre", "el"}, Alias{"ice", "is"},
    Alias{"in", "id"},  Alias{"iw", "he"},  Alias{"ji", "yi"},  Alias{"jw", "jv"},  Alias{"lvs", "lv"},
    Alias{"mac", "mk"}, Alias{"mao", "mi"}, Alias{"may", "ms"}, Alias{"mo", "ro"},  Alias{"nb", "no"},
    Alias{"nn", "no"},  Alias{"nno", "no"}, Alias{"nob", "no"}, Alias{"npi", "ne"}, Alias{"per", "fa"},
    Alias{"pes", "fa"}, Alias{"rum", "ro"}, Alias{"sh", "sr"},  Alias{"slo", "sk"}, Alias{"swh", "sw"},
    Alias{"tib", "bo"}, Alias{"wel", "cy"}, Alias{"ydd", "yi"}, Alias{"zsm", "ms"},
};
static_assert(std::is_sorted(aliases.begin(), aliases.end()));

constexpr std::string_view undetermined = "und";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_separator(char c) {
  return c == '-' || c == '_';
}

/// RFC 5646: subtags of one to eight letters or digits, apart by hyphens (POSIX locales write a low line, and
/// may end in an encoding or modifier).
bool is_well_formed(std::string_view tag) {
  std::size_t subtag = 0;
  for (const char c : tag) {
    if (is_separator(c)) {
      if (subtag == 0) return false;
      subtag = 0;
    } else if (!(is_letter(c) || is_digit(c)) || ++subtag > 8) {
      return false;
    }
  }
  return subtag > 0;
}

std::string_view alias_of(std::string_view code) {
  const auto found =
      std::lower_bound(aliases.begin(), aliases.end(), code,
                       [](const Alias& row, std::string_view text) { return row.first < text; });
  return found != aliases.end() && found->first == code ? found->second : code;
}

/// "fra" -> "fr"; empty for what ICU does not know as a language.
std::string shortest_code(const std::string& code) {
  char shortest[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(code.c_str(), shortest, ULOC_LANG_CAPACITY, &status);
  if (U_FAILURE(status) || *uloc_getISO3Language(shortest) == '\0') return {};
  return shortest;
}

}  // namespace

std::string primary_language(std::string_view tag) {
  // Nearly always it is one of ours already, and ICU takes a microsecond or two to say so.
  for (const LanguageInfo& known : languages())
    if (known.code == tag) return known.code;
  tag = tag.substr(0, tag.find_first_of(".@"));
  if (!is_well_formed(tag)) return std::string(undetermined);
  const auto end = std::find_if(tag.begin(), tag.end(), is_separator);
  std::string code(tag.begin(), end);
  if (code.size() < 2 || code.size() > 3) return std::string(undetermined);
  for (char& c : code) {
    if (!is_letter(c)) return std::string(undetermined);
    c = static_cast<char>(c | 0x20);
  }
  code = shortest_code(std::string(alias_of(code)));
  code = alias_of(code);
  const bool none = code.empty() || code == "mul" || code == "zxx" || code == "mis";
  return none ? std::string(undetermined) : code;
}

}  // namespace nsearch
