// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/expansions.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "nsearch/analyzer.h"

namespace oracle {

namespace {

constexpr std::size_t most_wildcard = 1000, most_similar = 100;
constexpr char32_t any_run = 0x110000, any_one = 0x110001;

std::u32string characters(const std::string& text) {
  std::u32string all;
  for (const char byte : text) {
    const unsigned bits = static_cast<unsigned char>(byte);
    if (bits < 0x80) {
      all += static_cast<char32_t>(bits);
    } else if (bits >= 0xC0) {
      all += static_cast<char32_t>(bits >= 0xF0 ? bits & 7 : bits >= 0xE0 ? bits & 15 : bits & 31);
    } else if (!all.empty()) {
      all.back() = all.back() << 6 | (bits & 63);
    }
  }
  return all;
}

/// What stands between wildcards is folded as words are.
std::u32string folded(const std::string& literal) {
  static nsearch::Analyzer neutral("und");
  nsearch::AnalyzedText tokens;
  neutral.analyze(literal, tokens);
  std::string all;
  for (const nsearch::Token& token : tokens.tokens()) {
    if (token.kind == nsearch::TokenKind::word || token.kind == nsearch::TokenKind::number)
      all += token.surface;
  }
  return characters(all);
}

std::u32string pattern_of(const std::string& text) {
  std::u32string pattern;
  std::string literal;
  const auto end_literal = [&] {
    pattern += folded(literal);
    literal.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      literal += text[++i];
    } else if (text[i] == '*' || text[i] == '?') {
      end_literal();
      pattern += text[i] == '*' ? any_run : any_one;
    } else {
      literal += text[i];
    }
  }
  end_literal();
  return pattern;
}

bool fits(std::u32string_view pattern, std::u32string_view form) {
  if (pattern.empty()) return form.empty();
  if (pattern.front() == any_run)
    return fits(pattern.substr(1), form) || (!form.empty() && fits(pattern, form.substr(1)));
  if (form.empty() || (pattern.front() != any_one && pattern.front() != form.front())) return false;
  return fits(pattern.substr(1), form.substr(1));
}

/// Letters missing, added, replaced, or exchanged with a neighbour: optimal string alignment.
std::size_t letters_apart(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t& here = table[i][j];
      if (i == 0 || j == 0) {
        here = i + j;
        continue;
      }
      here = std::min(
          {table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        here = std::min(here, table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

struct Candidate {
  std::size_t edits = 0;
  unsigned documents = 0;
  std::string form;
  bool operator<(const Candidate& other) const {
    return std::tie(edits, other.documents, form) < std::tie(other.edits, documents, other.form);
  }
};

std::set<std::string> best(std::vector<Candidate> candidates, std::size_t most) {
  std::sort(candidates.begin(), candidates.end());
  std::set<std::string> forms;
  for (std::size_t i = 0; i < std::min(most, candidates.size()); ++i) forms.insert(candidates[i].form);
  return forms;
}

const std::unordered_map<std::string, unsigned>& asked_forms(const Collection& collection,
                                                             const nsearch::QueryNode& node) {
  return node.field == "title" ? collection.title_documents : collection.documents;
}

}  // namespace

std::set<std::string> wildcard_forms(const Collection& collection, const nsearch::QueryNode& node) {
  const std::u32string pattern = pattern_of(node.text);
  std::vector<Candidate> found;
  for (const auto& [form, documents] : asked_forms(collection, node)) {
    if (fits(pattern, characters(form))) found.push_back({0, documents, form});
  }
  return best(std::move(found), most_wildcard);
}

std::set<std::string> similar_forms(const Collection& collection, const nsearch::QueryNode& node,
                                    const std::string& form) {
  const std::u32string wanted = characters(form);
  std::vector<Candidate> found;
  for (const auto& [other, documents] : asked_forms(collection, node)) {
    const std::u32string letters = characters(other);
    const std::size_t longer = std::max(letters.size(), wanted.size());
    if (longer - std::min(letters.size(), wanted.size()) > node.edits) continue;
    const std::size_t edits = letters_apart(wanted, letters);
    if (edits <= node.edits) found.push_back({edits, documents, other});
  }
  return best(std::move(found), most_similar);
}

}  // namespace oracle
