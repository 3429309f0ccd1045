// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/joins.h"

#include "query/word_splits.h"

namespace oracle {

using nsearch::QueryKind;
using nsearch::QueryNode;

namespace {

constexpr std::size_t most_joined = 4;

/// The word, if it is one that may be written as one with others.
const QueryWord* joinable(const QueryNode& node, WordReader& reader) {
  if (node.kind != QueryKind::word || node.exact || node.pattern || node.field == "body") return nullptr;
  const QueryWords& words = reader.words(node.text);
  const bool one = words.words.size() == 1 && words.words.front().stop_in.empty();
  return one ? &words.words.front() : nullptr;
}

}  // namespace

std::vector<std::set<std::string>> joined_with_neighbours(const std::vector<QueryNode>& parts,
                                                          WordReader& reader) {
  std::vector<std::set<std::string>> joined(parts.size());
  for (std::size_t first = 0; first < parts.size(); ++first) {
    std::string form;
    for (std::size_t end = first; end < std::min(parts.size(), first + most_joined); ++end) {
      const QueryWord* word = joinable(parts[end], reader);
      if (!word || parts[end].field != parts[first].field) break;
      for (const char c : word->surface) {
        if (c != '.' && c != '\'') form += c;
      }
      for (std::size_t i = first; end > first && i <= end; ++i) joined[i].insert(form);
    }
  }
  // A word that comes again counts once, wherever it stands.
  const auto same = [](const QueryNode& a, const QueryNode& b) {
    return a.kind == b.kind && a.text == b.text && a.field == b.field && a.exact == b.exact &&
           a.pattern == b.pattern && a.edits == b.edits;
  };
  std::vector<std::set<std::string>> of_all = joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t other = 0; other < parts.size(); ++other)
      if (same(parts[i], parts[other])) of_all[i].insert(joined[other].begin(), joined[other].end());
  }
  return of_all;
}

std::vector<std::vector<std::string>> apart(const QueryWord& word, const Collection& collection) {
  if (word.number || word.surface.find('.') != std::string::npos) return {};
  nsearch::Analyzer neutral("und");
  const auto known = [&](const std::string& form) -> std::size_t {
    const auto found = collection.documents.find(form);
    return found == collection.documents.end() ? 0 : found->second;
  };
  return nsearch::searcher::word_splits(word.typed, word.surface, known, neutral);
}

}  // namespace oracle
