// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/make_tables/letter_model.h"

#include <algorithm>

#include "detection/evidence_tables.h"

namespace nsearch::detection {
namespace {

constexpr double kSingleFloor = 0.1;  // added to a letter's count: none is impossible
constexpr double kPairKinds =
    1.0;  // added to the kinds, so that an unseen context leaves all to the shorter one
constexpr double kTripleKinds = 0.5;

}  // namespace

LetterModel::LetterModel()
    : triples_(kLetterPairs * kLetters),
      pairs_(kLetterPairs),
      contexts_(kLetterPairs),
      context_kinds_(kLetterPairs) {}

void LetterModel::learn(std::size_t language, std::span<const Letter> word) {
  Letter a = kBoundary;
  Letter b = kBoundary;
  const auto count = [&](Letter c) {
    const std::size_t context = pair_of(a, b);
    if (triples_[context * kLetters + c][language]++ == 0) ++context_kinds_[context][language];
    if (pairs_[pair_of(b, c)][language]++ == 0) ++kinds_[b][language];
    ++contexts_[context][language];
    ++after_[b][language];
    ++single_[c][language];
    ++total_[language];
    a = b;
    b = c;
  };
  for (const Letter letter : word) count(letter);
  count(kBoundary);
}

double LetterModel::single(std::size_t language, Letter c) const {
  return (single_[c][language] + kSingleFloor) / (total_[language] + kSingleFloor * kLetters);
}

LetterModel::Row LetterModel::pair(Letter b, Letter c) const {
  Row row{};
  for (std::size_t i = 0; i < row.size(); ++i) {
    const double kinds = kinds_[b][i] + kPairKinds;
    row[i] = (pairs_[pair_of(b, c)][i] + kinds * single(i, c)) / (after_[b][i] + kinds);
  }
  return row;
}

LetterModel::Row LetterModel::rest(std::size_t pair) const {
  Row row{};
  for (std::size_t i = 0; i < row.size(); ++i) {
    const double kinds = context_kinds_[pair][i] + kTripleKinds;
    row[i] = kinds / (contexts_[pair][i] + kinds);
  }
  return row;
}

LetterModel::Row LetterModel::triple(std::size_t context, Letter c) const {
  const Row backed = pair(static_cast<Letter>(context % kLetters), c);
  Row row{};
  for (std::size_t i = 0; i < row.size(); ++i) {
    const double kinds = context_kinds_[context][i] + kTripleKinds;
    row[i] = (triples_[context * kLetters + c][i] + kinds * backed[i]) / (contexts_[context][i] + kinds);
  }
  return row;
}

bool LetterModel::seen(std::size_t pair, Letter c) const {
  const Row& counts = triples_[pair * kLetters + c];
  return std::any_of(counts.begin(), counts.end(), [](double n) { return n > 0; });
}

}  // namespace nsearch::detection
