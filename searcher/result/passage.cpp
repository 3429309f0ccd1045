// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/passage.h"

#include <algorithm>

#include "result/cut_points.h"

namespace nsearch::searcher {

namespace {

// In units of the rarity of one word, which is mostly between 1 and 10.
constexpr double another_match = 0.1;
constexpr double whole_sentence = 0.25;
constexpr std::size_t matches_that_count = 3;

/// Words first..last of the text.
struct Stretch {
  std::size_t first = 0, last = 0;
};

class PassageFinder {
 public:
  PassageFinder(std::string_view text, const MatchedText& matched, const std::vector<double>& rarity,
                std::size_t characters)
      : text_(text), words_(matched.words), rarity_(rarity), room_(characters) {
    sentence_start_.reserve(words_.size());
    std::size_t start = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      sentence_start_.push_back(start);
      if (words_[i].boundary != Boundary::none) start = i + 1;
    }
  }

  /// The stretch of the best run of matches; `matches` must not be empty.
  Stretch best(const std::vector<TextMatch>& matches) const {
    std::vector<std::size_t> held(rarity_.size());
    Stretch best;
    double best_score = -1, sum = 0;
    std::size_t from = 0;
    for (std::size_t to = 0; to < matches.size(); ++to) {
      if (held[matches[to].word]++ == 0) sum += rarity_[matches[to].word];
      while (from < to && length(matches[from].first, matches[to].last) > room_) {
        if (--held[matches[from].word] == 0) sum -= rarity_[matches[from].word];
        ++from;
      }
      const std::size_t extra = std::min(to - from, matches_that_count);
      const bool sentence = length(sentence_start_[matches[from].first], matches[to].last) <= room_;
      const double score = sum + another_match * static_cast<double>(extra) + (sentence ? whole_sentence : 0);
      if (score <= best_score + 1e-9) continue;
      best_score = score;
      best = {matches[from].first, std::max(matches[from].last, matches[to].last)};
    }
    return best;
  }

  Passage around(Stretch matched) const {
    std::size_t first = start_before(matched);
    const std::size_t last = end_after(first, matched.last);
    if (last + 1 == words_.size()) {
      while (first > 0 && length(sentence_start_[first - 1], last) <= room_)
        first = sentence_start_[first - 1];
    }
    Passage passage;
    passage.begin = cut_before(text_, words_, first).value_or(words_[first].begin);
    passage.end = cut_after(text_, words_, last).value_or(words_[last].end);
    passage.cut_before = sentence_start_[first] != first;
    passage.cut_after = last + 1 < words_.size() && words_[last].boundary == Boundary::none;
    return passage;
  }

 private:
  std::size_t length(std::size_t first, std::size_t last) const {
    return words_[last].last_character - words_[first].first_character;
  }

  std::size_t start_before(Stretch matched) const {
    const std::size_t sentence = sentence_start_[matched.first];
    const std::size_t taken = length(matched.first, matched.last);
    if (length(sentence, matched.last) <= room_ || taken >= room_) {
      return taken >= room_ ? matched.first : sentence;
    }
    const std::size_t before = (room_ - taken) / 3;
    std::size_t first = matched.first;
    for (std::size_t i = matched.first; i-- > sentence;) {
      if (words_[matched.first].first_character - words_[i].first_character > before) break;
      if (cut_before(text_, words_, i)) first = i;
    }
    return first;
  }

  std::size_t end_after(std::size_t first, std::size_t least) const {
    std::size_t between_words = least, sentence_end = words_.size();
    for (std::size_t i = least; i < words_.size() && length(first, i) <= room_; ++i) {
      if (words_[i].boundary != Boundary::none || i + 1 == words_.size()) sentence_end = i;
      if (i + 1 == words_.size() || cut_after(text_, words_, i)) between_words = i;
    }
    if (sentence_end < words_.size() && length(first, sentence_end) * 5 >= room_ * 3) return sentence_end;
    return between_words;
  }

  std::string_view text_;
  const std::vector<TextWord>& words_;
  const std::vector<double>& rarity_;
  std::size_t room_;
  std::vector<std::size_t> sentence_start_;  ///< by word: the first word of its sentence
};

/// The matches of words that `passage` does not hold, outside of it.
std::vector<TextMatch> left_by(const Passage& passage, const std::vector<TextMatch>& matches) {
  std::vector<std::uint32_t> held;
  for (const TextMatch& match : matches) {
    if (match.begin >= passage.begin && match.end <= passage.end) held.push_back(match.word);
  }
  std::sort(held.begin(), held.end());
  std::vector<TextMatch> left;
  for (const TextMatch& match : matches) {
    const bool outside = match.end <= passage.begin || match.begin >= passage.end;
    if (outside && !std::binary_search(held.begin(), held.end(), match.word)) left.push_back(match);
  }
  return left;
}

bool overlap(const Passage& a, const Passage& b) {
  return a.begin < b.end && b.begin < a.end;
}

}  // namespace

std::vector<Passage> best_passages(std::string_view text, const MatchedText& matched,
                                   const std::vector<double>& rarity, std::size_t characters,
                                   std::size_t most) {
  if (matched.words.empty()) return {};
  const PassageFinder finder(text, matched, rarity, characters);
  if (matched.matches.empty()) return {finder.around({0, 0})};
  std::vector<Passage> passages;
  std::vector<TextMatch> matches = matched.matches;
  while (!matches.empty() && passages.size() < most) {
    const Passage passage = finder.around(finder.best(matches));
    const bool fresh = std::none_of(passages.begin(), passages.end(),
                                    [&](const Passage& earlier) { return overlap(earlier, passage); });
    if (!fresh) break;
    passages.push_back(passage);
    matches = left_by(passage, matches);
  }
  return passages;
}

}  // namespace nsearch::searcher
