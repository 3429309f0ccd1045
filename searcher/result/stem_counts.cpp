// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/stem_counts.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace prefix = schema::prefix;

namespace {

struct Wanted {
  std::string term;
  std::size_t stem = 0;  // its number
  std::string_view what;
};

std::set<std::string_view> languages_of(const StoredDocument& stored) {
  std::set<std::string_view> languages{stored.language};
  for (const LanguageSpan& span : stored.spans) languages.insert(span.language);
  return languages;
}

}  // namespace

void StemCounts::take_parts(const std::vector<StemCount>& title_before) {
  for (std::size_t i = 0; i < body.size(); ++i) body[i].parts -= title_before[i].parts - title[i].parts;
}

StemCounts stem_counts(const Xapian::Document& document, const StoredDocument& stored,
                       const MatchSet& query) {
  StemCounts counts;
  std::vector<Wanted> wanted;
  for (const std::string_view language : languages_of(stored)) {
    const auto stems = query.stems.find(language);
    if (stems == query.stems.end()) continue;
    for (const auto& stem : stems->second) {
      for (const std::string_view what : {prefix::compound_part, prefix::title_stem, prefix::stem}) {
        wanted.push_back({schema::language_term(what, language, stem.first), counts.body.size(), what});
      }
      counts.title.push_back({&stem, 0, 0});
      counts.body.push_back({&stem, 0, 0});
    }
  }
  std::sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) { return a.term < b.term; });
  auto term = document.termlist_begin();
  const auto end = document.termlist_end();
  for (const Wanted& one : wanted) {
    if (term == end) break;
    term.skip_to(one.term);
    if (term == end || *term != one.term) continue;
    const auto times = static_cast<long>(term.get_wdf());
    StemCount& title = counts.title[one.stem];
    StemCount& body = counts.body[one.stem];
    if (one.what == prefix::compound_part) title.parts = body.parts = times;
    if (one.what == prefix::title_stem) title.words = times;
    if (one.what == prefix::stem) body.words = times - title.words;
  }
  return counts;
}

}  // namespace nsearch::searcher
