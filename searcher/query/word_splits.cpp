// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/word_splits.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "analysis/utf8.h"

namespace nsearch::searcher {

namespace {

using Parts = std::vector<std::string>;

constexpr std::size_t longest = 64;       // bytes; joined forms are no longer
constexpr std::size_t least_letters = 3;  // of a part of an unknown word

struct Letter {
  std::size_t at = 0;
  std::int32_t value = 0;
};

std::vector<Letter> letters(std::string_view text) {
  std::vector<Letter> all;
  for (std::size_t at = 0; at < text.size();) {
    const analysis::Decoded next = analysis::decode(text, at);
    all.push_back({at, next.value});
    at += next.length;
  }
  return all;
}

bool mixes_digits(const std::vector<Letter>& word) {
  const auto is_digit = [](const Letter& letter) { return u_isdigit(letter.value) != 0; };
  const auto digits = std::count_if(word.begin(), word.end(), is_digit);
  return digits > 0 && digits < static_cast<std::ptrdiff_t>(word.size());
}

/// Where small letters are followed by a capital, and letters by digits or digits by letters.
std::vector<std::size_t> seams(const std::vector<Letter>& typed) {
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i < typed.size(); ++i) {
    const std::int32_t before = typed[i - 1].value, after = typed[i].value;
    const bool camel = u_islower(before) && u_isupper(after);
    if (camel || u_isdigit(before) != u_isdigit(after)) places.push_back(typed[i].at);
  }
  return places;
}

std::string surface_of(std::string_view part, Analyzer& neutral) {
  AnalyzedText text;
  neutral.analyze(part, text);
  return text.positions() == 1 ? std::string(text.tokens().front().surface) : std::string();
}

/// `word` cut at `places`, which ascend.
Parts cut(std::string_view word, std::vector<std::size_t> places) {
  Parts parts;
  std::size_t from = 0;
  places.push_back(word.size());
  for (const std::size_t to : places) {
    parts.emplace_back(word.substr(from, to - from));
    from = to;
  }
  return parts;
}

}  // namespace

std::vector<Parts> word_splits(std::string_view typed, std::string_view surface,
                               const std::function<std::size_t(const std::string&)>& known,
                               Analyzer& neutral) {
  if (typed.size() > longest || surface.size() > longest) return {};
  std::vector<std::pair<std::size_t, Parts>> found;  // by the documents of the rarest part
  const auto add = [&](Parts parts) {
    std::size_t rarest = SIZE_MAX;
    for (const std::string& part : parts) rarest = std::min(rarest, part.empty() ? 0 : known(part));
    const bool again =
        std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.second == parts; });
    if (rarest > 0 && !again) found.emplace_back(rarest, std::move(parts));
  };
  const std::vector<Letter> folded = letters(surface);
  const bool mixed = mixes_digits(folded);
  const std::vector<std::size_t> places = seams(letters(typed));
  const auto add_typed = [&](const std::vector<std::size_t>& at) {
    Parts parts = cut(typed, at);
    for (std::string& part : parts) part = surface_of(part, neutral);
    add(std::move(parts));
  };
  if (places.size() > 1) add_typed(places);
  for (const std::size_t place : places) add_typed({place});
  if (mixed || known(std::string(surface)) == 0) {
    const std::size_t least = mixed ? 1 : least_letters;
    for (std::size_t i = least; i + least <= folded.size(); ++i) add(cut(surface, {folded[i].at}));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Parts> splits;
  for (auto& split : found) {
    if (splits.size() < most_splits) splits.push_back(std::move(split.second));
  }
  return splits;
}

}  // namespace nsearch::searcher
