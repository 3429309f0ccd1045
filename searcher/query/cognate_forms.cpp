// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cognate_forms.h"

#include <algorithm>
#include <utility>

#include "query/vocabulary_walk.h"
#include "related/cognates.h"
#include "storage/index_schema.h"
#include "translate/endings.h"

namespace nsearch::searcher {

namespace {

constexpr std::size_t most_read = 100000;
constexpr std::size_t most_forms = 4;
constexpr double least_likeness = 0.85;  // one letter of seven, two of fourteen

/// Whether a form may be alike at all, by its length: that of its letter classes is the form's without what an even ending takes,
/// and without each h of ph and th.
bool may_be_alike(const std::string& form, std::size_t length) {
  const auto letters = static_cast<double>(length);
  if (static_cast<double>(form.size()) < letters * least_likeness) return false;
  const auto longest = static_cast<std::size_t>(letters / least_likeness) + most_letters_of_ending;
  return form.size() <= longest ||
         form.size() <= longest + static_cast<std::size_t>(std::count(form.begin(), form.end(), 'h'));
}

struct Word {
  std::string surface;
  std::string stem;  ///< empty: none of one word, or a stop word
};

Word only_word(std::string_view text, Analyzer& analyzer, AnalyzedText& buffer) {
  analyzer.analyze(text, buffer);
  if (buffer.positions() != 1) return {};
  const Token& token = buffer.tokens().front();
  if (token.kind != TokenKind::word) return {};
  return {std::string(token.surface), token.stop_word ? "" : std::string(token.stem)};
}

}  // namespace

const std::vector<std::string>& CognateForms::alike(const std::string& surface) {
  const auto [at, added] = alike_.try_emplace(surface);
  if (!added) return at->second;
  const WordShape shape(letter_classes(with_even_ending(surface)));
  if (shape.length() < least_cognate_letters) return at->second;
  std::vector<std::pair<double, std::string>> found;  // by likeness
  std::size_t read = 0;
  walk_surfaces(database_, surface.substr(0, 1), [&](const std::string& form) {
    if (++read >= most_read) return false;
    if (!may_be_alike(form, shape.length())) return true;
    const double likeness = shape.likeness(letter_classes(with_even_ending(form)));
    if (likeness >= least_likeness) found.emplace_back(likeness, form);
    return true;
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& each : found) at->second.push_back(std::move(each.second));
  return at->second;
}

std::vector<std::string> CognateForms::of(const std::string& typed, Analyzer& analyzer) {
  AnalyzedText buffer;
  const Word word = only_word(typed, analyzer, buffer);
  const auto held = [&](const std::string& stem) {
    return database_.term_exists(schema::language_term(schema::prefix::stem, analyzer.language(), stem));
  };
  if (word.stem.empty() || held(word.stem)) return {};
  std::vector<std::string> forms;
  std::vector<std::string> stems;
  for (const std::string& form : alike(word.surface)) {
    const std::string stem = only_word(form, analyzer, buffer).stem;
    if (stem.empty() || std::find(stems.begin(), stems.end(), stem) != stems.end()) continue;
    stems.push_back(stem);
    if (held(stem)) forms.push_back(form);
    if (forms.size() == most_forms) break;
  }
  return forms;
}

}  // namespace nsearch::searcher
