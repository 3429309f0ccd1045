// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/vocabulary_walk.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "analysis/accent_fold.h"
#include "analysis/utf8.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

/// What a character of an exact form is in the surface form.
class SurfaceLetters {
 public:
  const std::string& of(std::int32_t character) {
    const auto [at, added] = known_.try_emplace(character);
    if (added && (u_charType(character) == U_NON_SPACING_MARK || u_isalnum(character)))
      at->second = analysis::base_letters(character);
    if (u_charType(character) == U_NON_SPACING_MARK) at->second.clear();
    return at->second;
  }

 private:
  std::unordered_map<std::int32_t, std::string> known_;
};

/// 0: the surface form of `exact` begins with `beginning`. Else no form that shares its first so many bytes
/// does.
std::size_t bytes_that_part(std::string_view exact, std::string_view beginning, SurfaceLetters& letters) {
  for (std::size_t at = 0; at < exact.size() && !beginning.empty();) {
    const analysis::Decoded next = analysis::decode(exact, at);
    at += next.length;
    if (next.value == analysis::malformed) return at;
    const std::string& letter = letters.of(next.value);
    const std::size_t shared = std::min(letter.size(), beginning.size());
    if (letter.compare(0, shared, beginning.substr(0, shared)) != 0) return at;
    beginning.remove_prefix(shared);
  }
  return beginning.empty() ? 0 : exact.size();
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

void walk_surfaces(const Xapian::Database& database, const std::string& beginning,
                   const std::function<bool(const std::string&)>& each) {
  const auto end = database.allterms_end(beginning);
  for (auto term = database.allterms_begin(beginning); term != end;) {
    const std::string form = *term;
    if (!form.empty() && is_capital(form.front())) {
      term.skip_to("[");  // what follows Z: a capital begins a prefix
      continue;
    }
    if (!each(form)) return;
    ++term;
  }
}

void walk_exact_forms(const Xapian::Database& database, const std::string& beginning,
                      const std::function<bool(const std::string&)>& each) {
  const std::string prefix(schema::prefix::exact);
  SurfaceLetters letters;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end;) {
    const std::string form = (*term).substr(prefix.size());
    const std::size_t parting = bytes_that_part(form, beginning, letters);
    if (parting == form.size()) {
      ++term;  // it may be the beginning of one
    } else if (parting != 0) {
      term.skip_to(prefix + form.substr(0, parting) + '\xFF');
    } else {
      if (!each(form)) return;
      ++term;
    }
  }
}

}  // namespace nsearch::searcher
