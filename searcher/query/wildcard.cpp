// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/wildcard.h"

#include <algorithm>

#include "analysis/utf8.h"
#include "query/form_walk.h"

namespace nsearch::searcher {

namespace {

std::string folded(std::string_view literal, Analyzer& neutral) {
  AnalyzedText text;
  neutral.analyze(literal, text);
  std::string all;
  for (const Token& token : text.tokens()) {
    if (token.kind == TokenKind::word || token.kind == TokenKind::number) all += token.surface;
  }
  return all;
}

std::size_t character(std::string_view text, std::size_t at) {
  return analysis::decode(text, at).length;
}

}  // namespace

WildcardPattern::WildcardPattern(std::string_view text, Analyzer& neutral) {
  std::string literal;
  const auto end_literal = [&] {
    glob_ += folded(literal, neutral);
    literal.clear();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) {
      literal += text[++at];
    } else if (text[at] == '*' || text[at] == '?') {
      end_literal();
      glob_ += text[at] == '*' ? any_run : any_one;
    } else {
      literal += text[at];
    }
  }
  end_literal();
}

bool WildcardPattern::matches(std::string_view form) const {
  const std::string_view glob = glob_;
  std::size_t at = 0, in_glob = 0;
  std::size_t star = glob.npos, after_star = 0;  // where the last * stands, and what it has swallowed up to
  while (at < form.size()) {
    if (in_glob < glob.size() && glob[in_glob] == any_run) {
      star = in_glob++;
      after_star = at;
    } else if (in_glob < glob.size() && (glob[in_glob] == any_one || glob[in_glob] == form[at])) {
      at += glob[in_glob] == any_one ? character(form, at) : 1;
      ++in_glob;
    } else if (star != glob.npos) {
      after_star += character(form, after_star);
      at = after_star;
      in_glob = star + 1;
    } else {
      return false;
    }
  }
  return glob.find_first_not_of(any_run, in_glob) == glob.npos;
}

void expand(const WildcardPattern& pattern, const Xapian::Database& database, std::string_view place,
            Expansion& out, const glass::Shards* local) {
  for (FormWalk walk(database, place, pattern.beginning(), local); !walk.done(); walk.next()) {
    if (pattern.matches(walk.form())) out.add({walk.form(), walk.documents()});
  }
}

}  // namespace nsearch::searcher
