// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/word_expansion.h"

#include <algorithm>

#include "query/vocabulary_walk.h"

namespace nsearch::searcher {

namespace {

constexpr std::size_t most_kept = 2000000;

}  // namespace

void WordExpansion::forget() {
  ranges_.clear();
  stems_.clear();
  forms_.clear();
  kept_ = 0;
  cut = false;
}

/// False where the form is none of a single word.
bool WordExpansion::surface_of(const std::string& exact, std::string& surface) {
  neutral_.analyze(exact, text_);
  for (const Token& token : text_.tokens()) {
    if (token.kind == TokenKind::compound_part || token.span != text_.positions()) continue;
    surface = token.surface;
    return true;
  }
  return false;
}

const WordExpansion::Range& WordExpansion::range(const Xapian::Database& database,
                                                 const std::string& beginning) {
  const auto [at, added] = ranges_.try_emplace(beginning);
  if (!added) return at->second;
  Range range;
  const auto add = [&](const std::string& surface, const std::string& exact) {
    range.push_back({surface, exact});
    cut = cut || range.size() == most_words;
    return range.size() < most_words;
  };
  try {
    walk_surfaces(database, beginning, [&](const std::string& form) { return add(form, form); });
    std::string surface;
    walk_exact_forms(database, beginning, [&](const std::string& exact) {
      return !surface_of(exact, surface) || !surface.starts_with(beginning) || add(surface, exact);
    });
  } catch (...) {
    ranges_.erase(at);
    throw;
  }
  kept_ += range.size();
  return at->second = std::move(range);
}

const WordExpansion::Stems& WordExpansion::stems(const Xapian::Database& database, Analyzer& analyzer,
                                                 const std::string& beginning) {
  const std::pair<std::string, std::string> key(analyzer.language(), beginning);
  const auto known = stems_.find(key);
  if (known != stems_.end()) return known->second;
  Stems stems;
  const Range& words = range(database, beginning);
  for (const Spelling& word : words) {
    analyzer.analyze(word.exact, text_);
    if (text_.positions() != 1) continue;
    const Token& token = text_.tokens().front();
    if (token.kind != TokenKind::word || token.stop_word || token.stem.empty()) continue;
    stems[std::string(token.stem)].push_back(word.surface);
  }
  kept_ += words.size();
  return stems_.emplace(key, std::move(stems)).first->second;
}

const std::vector<std::string>& WordExpansion::forms(const Xapian::Database& database, Analyzer& analyzer,
                                                     const std::string& stem) {
  const std::pair<std::string, std::string> key(analyzer.language(), stem);
  const auto known = forms_.find(key);
  if (known != forms_.end()) return known->second;
  if (kept_ > most_kept) forget();
  const FormRanges& ranges = languages_.try_emplace(key.first, key.first).first->second;
  std::vector<std::string> forms;
  for (const std::string& beginning : ranges.beginnings(stem)) {
    const Stems& held = stems(database, analyzer, beginning);
    const auto found = held.find(stem);
    if (found != held.end()) forms.insert(forms.end(), found->second.begin(), found->second.end());
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms_.emplace(key, std::move(forms)).first->second;
}

std::vector<std::string> WordExpansion::spellings(const Xapian::Database& database,
                                                  const std::string& surface) {
  std::vector<std::string> found;
  std::string other;
  walk_exact_forms(database, surface, [&](const std::string& exact) {
    if (surface_of(exact, other) && other == surface) found.push_back(exact);
    return true;
  });
  return found;
}

}  // namespace nsearch::searcher
