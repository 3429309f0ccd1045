// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/passage_finder.h"

#include <algorithm>
#include <cstdint>

namespace nsearch::detection {
namespace {

// Chosen by what each means; what they bring together is measured by tests/quality/passage_eval.cpp.

// A stretch is foreign if another list holds at least so many of its words, ...
constexpr std::uint32_t kFewListed = 3;
// ... twice as many as its own language's ...
constexpr std::uint32_t kTimesOwn = 2;
// ... or if it has this many words of which its own list holds less than one in six: running text in its own
// language has more than two in five.
constexpr std::uint32_t kWordsUnlisted = 6;
constexpr std::uint32_t kOneIn = 6;
// Where the text's language has no list, one word in three must be in another's.
constexpr std::uint32_t kOneInOther = 3;
// So much may stand between two foreign stretches without belonging to either language.
constexpr std::size_t kBridge = 200;
// A passage of an undetermined text is judged by the paragraph, or several short ones.
constexpr std::size_t kParagraphFloor = 150;

std::size_t most_listed(const ListedWords& counts) {
  return static_cast<std::size_t>(std::max_element(counts.listed.begin(), counts.listed.end()) -
                                  counts.listed.begin());
}

// Whether a stretch may be in the language of the passage before it: one language must come near the best in
// both.
bool go_together(const ListedWords& passage, const ListedWords& stretch) {
  const std::uint32_t most = stretch.listed[most_listed(stretch)];
  const std::uint32_t most_before = passage.listed[most_listed(passage)];
  if (most < kFewListed || most_before < kFewListed) return true;
  for (std::size_t i = 0; i < kEvidenceLanguages; ++i)
    if (stretch.listed[i] * 4 + 4 >= most * 3 && passage.listed[i] * 4 + 4 >= most_before * 3) return true;
  return false;
}

}  // namespace

PassageFinder::PassageFinder(std::string_view body, std::string_view main_language)
    : body_(body), main_(main_language) {
  for (std::size_t list = 0; list < kEvidenceLanguages; ++list)
    if (language_of_list(list) == main_) own_lists_.push_back(list);
}

std::uint32_t PassageFinder::own(const ListedWords& counts) const {
  std::uint32_t most = 0;
  for (const std::size_t list : own_lists_) most = std::max(most, counts.listed[list]);
  return most;
}

PassageFinder::Kind PassageFinder::kind_against_own_list(const ListedWords& counts) const {
  const std::uint32_t mine = own(counts);
  const std::uint32_t best = counts.listed[most_listed(counts)];
  if (counts.other_script_letters > 3 * counts.words && counts.other_script_letters >= 10)
    return Kind::foreign;
  if (best >= kFewListed && best >= kTimesOwn * mine) return Kind::foreign;
  if (counts.words >= kWordsUnlisted && mine * kOneIn < counts.words) return Kind::foreign;
  if (mine > best) return Kind::own;
  return mine == best && mine >= kFewListed ? Kind::own : Kind::neutral;
}

PassageFinder::Kind PassageFinder::kind_of(const ListedWords& counts) const {
  if (!own_lists_.empty()) return kind_against_own_list(counts);
  if (main_ == "und") return Kind::foreign;
  const std::uint32_t best = counts.listed[most_listed(counts)];
  return best >= kFewListed && best * kOneInOther >= counts.words ? Kind::foreign : Kind::own;
}

void PassageFinder::close() {
  if (!open_) return;
  open_ = false;
  const std::size_t list = most_listed(passage_counts_);
  if (passage_counts_.listed[list] >= kFewListed) passage_.list = list;
  found_.push_back(passage_);
}

void PassageFinder::add_foreign(const Stretch& stretch, const ListedWords& counts) {
  if (open_ && !go_together(passage_counts_, counts)) close();
  if (!open_) {
    const std::size_t past = found_.empty() ? 0 : found_.back().end;
    passage_ = {stretch.begin, stretch.end, std::max(past, before_.front()), 0, kNoLanguage};
    passage_counts_ = {};
    open_ = true;
  }
  passage_.end = stretch.end;
  passage_.words += counts.words;
  passage_counts_.add(counts);
  neutral_bytes_ = 0;
  const bool enough = passage_.end - passage_.begin >= kParagraphFloor;
  if (main_ == "und" && stretch.ends_paragraph && enough) close();
}

// A stretch that says nothing belongs to a passage that it lies within.
void PassageFinder::add_neutral(const Stretch& stretch) {
  neutral_bytes_ += stretch.end - stretch.begin;
  if (neutral_bytes_ > kBridge) close();
}

void PassageFinder::remember(const Stretch& stretch) {
  std::rotate(before_.begin(), before_.begin() + 1, before_.end());
  before_.back() = stretch.begin;
  if (stretch.ends_paragraph) before_.fill(stretch.end);
}

std::vector<SuspectPassage> PassageFinder::find() {
  StretchCutter cutter(body_);
  Stretch stretch;
  while (cutter.next(stretch)) {
    const ListedWords counts = count_listed_words(body_.substr(stretch.begin, stretch.end - stretch.begin));
    const Kind kind = kind_of(counts);
    if (kind == Kind::foreign) add_foreign(stretch, counts);
    if (kind == Kind::neutral) add_neutral(stretch);
    if (kind == Kind::own) close();
    remember(stretch);
  }
  close();
  return std::move(found_);
}

}  // namespace nsearch::detection
