// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/likeness.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

/// The most telling words, so many. More bring in what any two texts share.
constexpr std::size_t words_looked_for = 40;
constexpr std::size_t cognates_looked_for = 100;
constexpr std::size_t translations_looked_for = 40;

/// How alike cognates must be; names change less. At `no_likeness` two words would count nothing.
constexpr double least_likeness = 0.72;
constexpr double least_likeness_of_names = 0.78;
constexpr double no_likeness = 0.5;

/// Ties weaker than this are chance.
constexpr double least_weight = 1;

/// A text of fewer words counts as having so many: two words in common make no story of a brief note.
constexpr std::size_t least_length = 80;

double length_norm(std::size_t words) {
  return std::sqrt(static_cast<double>(std::max(words, least_length)));
}

/// The candidate's words that may be cognates, by the class of their first letter.
struct Form {
  std::string classes;
  const std::string* term;
  bool taken = false;
};
using Forms = std::array<std::vector<Form>, 26>;

std::size_t place_of(char initial) {
  return static_cast<std::size_t>(initial - 'a');
}

Forms forms_of(const std::vector<std::string>& terms) {
  Forms forms;
  for (const std::string& term : terms) {
    std::string classes = letter_classes(term);
    if (classes.size() < least_cognate_letters) continue;
    std::vector<Form>& list = forms[place_of(classes.front())];
    list.push_back({std::move(classes), &term});
  }
  return forms;
}

struct Match {
  Form* form = nullptr;
  double likeness = 0;
};

Match most_alike(const WordShape& shape, double least, std::vector<Form>& forms) {
  Match best;
  const auto length = static_cast<double>(shape.length());
  for (Form& form : forms) {
    const auto other = static_cast<double>(form.classes.size());
    if (form.taken || std::min(length, other) < least * std::max(length, other)) continue;
    const double likeness = shape.likeness(form.classes);
    if (likeness >= least && likeness > best.likeness) best = {&form, likeness};
  }
  return best;
}

std::vector<const StoryWord*> by_weight(const Story& story) {
  std::vector<const StoryWord*> words;
  for (const StoryWord& word : story.words)
    if (word.weight > 0) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(),
                   [](const StoryWord* a, const StoryWord* b) { return a->weight > b->weight; });
  return words;
}

}  // namespace

Comparison::Comparison(const Xapian::Database& database, const Story& story, Rarity& rarity,
                       TranslatedWords& translated)
    : database_(database), story_(story), rarity_(rarity), translated_(translated) {
  for (const StoryWord* word : by_weight(story_)) {
    if (word->documents > 0 && words_.size() < words_looked_for) {
      words_.emplace(word->surface, word);
      whole_ += word->weight;
      only_numbers_ = only_numbers_ && word->number;
    }
    if (!word->number && !word->name && translatable_.size() < translations_looked_for)
      translatable_.push_back(word);
    if (word->number || akin_.size() == cognates_looked_for) continue;
    std::string classes = letter_classes(word->surface);
    if (classes.size() >= least_cognate_letters) akin_.push_back({word, WordShape(std::move(classes))});
  }
  whole_ /= length_norm(story_.words.size());
}

void Comparison::add_translated(const std::string& language, const std::unordered_set<std::string>& stems,
                                Likeness& likeness) {
  std::unordered_set<std::string_view> taken;
  std::vector<const StoryWord*> answered;
  for (const Answer& answer : likeness.answers) answered.push_back(answer.word);
  for (const StoryWord* word : translatable_) {
    if (std::find(answered.begin(), answered.end(), word) != answered.end()) continue;
    for (const TranslatedWords::Translated& each : translated_.of(word->surface, language)) {
      if (!stems.contains(each.term) || !taken.insert(each.term).second) continue;
      const double weight =
          word->weight * translated_weight * std::min(1.0, rarity_.among(language, each.term) / word->rarity);
      if (weight < least_weight) continue;
      likeness.answers.push_back({word, each.text, weight});
      likeness.score += weight;
      break;
    }
  }
}

void Comparison::add_akin(const std::string& language, const std::vector<std::string>& terms,
                          Likeness& likeness) {
  Forms forms = forms_of(terms);
  std::vector<const StoryWord*> answered;
  for (const Answer& answer : likeness.answers) answered.push_back(answer.word);
  for (const Akin& akin : akin_) {
    if (std::find(answered.begin(), answered.end(), akin.word) != answered.end()) continue;
    const double least = akin.word->name ? least_likeness_of_names : least_likeness;
    const Match match = most_alike(akin.shape, least, forms[place_of(akin.shape.initial())]);
    if (match.form == nullptr) continue;
    const std::string& term = *match.form->term;
    const double weight = akin.word->weight * (match.likeness - no_likeness) / (1 - no_likeness) *
                          std::min(1.0, rarity_.among(language, term) / akin.word->rarity);
    if (weight < least_weight) continue;
    match.form->taken = true;
    likeness.answers.push_back({akin.word, term, weight});
    likeness.score += weight;
  }
}

Likeness Comparison::with(const Candidate& candidate) {
  Likeness likeness;
  const bool foreign = candidate.language != story_.language;
  std::unordered_set<std::string> stems;
  std::vector<std::string> others;
  std::size_t length = 0;
  const auto end = database_.termlist_end(candidate.document);
  for (auto term = database_.termlist_begin(candidate.document); term != end;) {
    std::string text = *term;
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
      if (foreign && !translated_.empty()) {
        const std::string beginning = schema::language_term(schema::prefix::stem, candidate.language, "");
        for (term.skip_to(beginning); term != end && (text = *term).starts_with(beginning); ++term)
          stems.insert(std::move(text));
      }
      if (term != end) term.skip_to("[");  // past all prefixes
      continue;
    }
    ++length;
    ++term;
    const auto word = words_.find(text);
    if (word == words_.end()) {
      others.push_back(std::move(text));
      continue;
    }
    likeness.answers.push_back({word->second, std::move(text), word->second->weight});
    likeness.score += word->second->weight;
  }
  if (foreign) {
    add_translated(candidate.language, stems, likeness);
    add_akin(candidate.language, others, likeness);
  }
  const bool numbers = std::all_of(likeness.answers.begin(), likeness.answers.end(),
                                   [](const Answer& answer) { return answer.word->number; });
  if (numbers && !only_numbers_) return {};
  likeness.score /= length_norm(length) * whole_;
  return likeness;
}

}  // namespace nsearch::searcher
