// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/form_ranges.h"

#include <algorithm>
#include <iterator>

#include "analysis/language_profiles.h"
#include "analysis/utf8.h"
#include "analysis/word_list.h"
#include "nsearch/analyzer.h"

namespace nsearch::searcher {

namespace {

/// Languages whose regular words share their first two letters with their stem, checked with the
/// vocabularies of snowball-data. Stemmers of the others take beginnings off (Arabic, Irish, Indonesian,
/// Tamil, Yiddish) or alter short stems (Turkish, Serbian, Greek, Lithuanian).
constexpr std::string_view by_two_letters[] = {"ca", "da", "de", "en", "es", "eu", "fi", "fr", "hi", "hu",
                                               "hy", "it", "ne", "nl", "no", "pt", "ro", "ru", "sv"};

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

std::string first_characters(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) end += analysis::decode(text, end).length;
  return std::string(text.substr(0, end));
}

struct Forms {
  std::string surface;
  std::string stem;
};

Forms analysed(const std::string& language, std::string_view word) {
  Analyzer analyzer(language);
  AnalyzedText text;
  analyzer.analyze(word, text);
  if (text.tokens().empty()) return {};
  return {std::string(text.tokens().front().surface), std::string(text.tokens().front().stem)};
}

}  // namespace

FormRanges::FormRanges(std::string language) : language_(std::move(language)) {
  const analysis::LanguageRules& rules = analysis::language_rules(language_);
  for (const auto& [form, base] : rules.overrides.entries()) add(base, form);
  if (!rules.stems) return;
  for (const std::string_view list : rules.stems->lists()) add_list(list);
}

/// Lines "base: form form"; a form may end in - or + (it is a beginning), or begin with - (it takes a
/// prefix).
void FormRanges::add_list(std::string_view list) {
  analysis::for_each_line(list, [&](std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return;
    const std::string_view head = line.substr(0, colon), tail = line.substr(colon + 1);
    if (head.front() == '@') return add_pattern(head.substr(1), tail);
    analysis::for_each_word(tail, [&](std::string_view form) { add(head, form); });
  });
}

/// "@end ~form ~form: beginning beginning": ~ stands for each beginning, - for none.
void FormRanges::add_pattern(std::string_view head, std::string_view tail) {
  const std::size_t blank = std::min(head.find(' '), head.size());
  analysis::for_each_word(tail, [&](std::string_view beginning) {
    if (beginning == "-") beginning = {};
    const std::string base = std::string(beginning).append(head.substr(0, blank));
    analysis::for_each_word(head.substr(blank), [&](std::string_view form) {
      add(base, std::string(beginning).append(form.substr(1)));
    });
  });
}

void FormRanges::add(std::string_view base, std::string_view form) {
  const std::string surface = analysed(language_, form).surface;
  const std::string stem = analysed(language_, base).stem;
  if (!surface.empty() && !stem.empty()) irregular_.emplace(stem, surface);
}

std::vector<std::string> FormRanges::beginnings(std::string_view stem) const {
  if (language_ == "und") return {std::string(stem)};
  if (std::find(std::begin(by_two_letters), std::end(by_two_letters), language_) == std::end(by_two_letters))
    return {""};
  std::vector<std::string> found = {first_characters(stem, 2)};
  if (language_ == "en" && stem.size() <= 3) found = {first_characters(stem, 1)};     // dying, die
  if (language_ == "nl" || language_ == "de") found.push_back("ge" + found.front());  // gezittert, gemaakt
  if (language_ == "nl") {
    // A long vowel is written once in an open syllable: eet, eten.
    if (stem.size() > 2 && stem[0] == stem[1] && is_vowel(stem[0])) found.push_back({stem[0], stem[2]});
  }
  const auto [first, last] = irregular_.equal_range(stem);
  for (auto form = first; form != last; ++form) found.push_back(form->second);
  std::sort(found.begin(), found.end());
  // A beginning of another one brings its words as well.
  std::vector<std::string> shortest;
  for (std::string& beginning : found) {
    if (shortest.empty() || !beginning.starts_with(shortest.back())) shortest.push_back(std::move(beginning));
  }
  return shortest;
}

}  // namespace nsearch::searcher
