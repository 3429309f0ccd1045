// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/evidence.h"

#include <algorithm>
#include <cstdint>
#include <memory>

#include "bit_count.h"
#include "detection/evidence_tables.h"
#include "detection/token_scanner.h"

namespace nsearch::detection {
namespace {

// Found on one half of the data that docs/language-identification.md names; all lie on broad plateaus.
constexpr std::uint32_t kMaxSay =
    7 * 16;  // cost by which one word may favour one language above the worst: 7 nats
constexpr std::uint16_t kCostListed =
    8;  // -log .6 and -log .4 in sixteenths: the shares of running words that
constexpr std::uint16_t kCostUnlisted = 15;  // a list explains and does not

// How much a word's say weighs, in twentieths.
constexpr std::uint32_t kFullWeight = 20;
constexpr std::uint32_t kSentenceStart = 14;       // a capitalised word where capitals must be
constexpr std::uint32_t kCapitalisedListed = 12;   // "The" within a sentence: perhaps part of a title
constexpr std::uint32_t kCapitalisedUnlisted = 3;  // probably a name, which has no language

// A word says less each time that it comes back: a list of motorway exits is no three hundred witnesses.
constexpr std::uint8_t kFullRepeats = 3;
constexpr std::uint32_t kRepeatDivisor = 4;

// How often each word came, by its hash; that two words may share a count does no harm.
using Repeats = std::array<std::uint8_t, 1024>;

using Sums = std::array<std::uint16_t, kColumns>;
using WeightedSums = std::array<std::uint32_t, kColumns>;

void add(Sums& sums, const Costs& costs) {
  for (std::size_t i = 0; i < kColumns; ++i) sums[i] = static_cast<std::uint16_t>(sums[i] + costs[i]);
}

// Adds the cost of the letter c after a and b. A word of Token::kMaxLetters letters stays below 2 to the
// 16th.
void add_letter(Sums& sums, Letter a, Letter b, Letter c) {
  const TripleIndex& index = kTripleIndex[pair_of(a, b)];
  const std::uint64_t bit = std::uint64_t{1} << c;
  if ((index.followers & bit) != 0) {
    add(sums, kTripleCosts[index.first_row + count_bits(index.followers & (bit - 1))]);
    return;
  }
  add(sums, kContextCosts[pair_of(a, b)]);
  add(sums, kPairCosts[pair_of(b, c)]);
}

Sums letter_costs(std::span<const Letter> word) {
  Sums sums;
  sums.fill(kCostUnlisted);
  Letter a = kBoundary;
  Letter b = kBoundary;
  for (const Letter c : word) {
    add_letter(sums, a, b, c);
    a = b;
    b = c;
  }
  add_letter(sums, a, b, kBoundary);
  return sums;
}

// Lowers the costs in the languages whose list holds the word; false when none does.
bool apply_lists(std::uint32_t hash, Sums& sums) {
  bool listed = false;
  for (std::size_t at = hash % kWordSlots; kWordTable[at].hash != 0; at = (at + 1) % kWordSlots) {
    const WordSlot& slot = kWordTable[at];
    if (slot.hash != hash) continue;
    const auto cost = static_cast<std::uint16_t>(kCostListed + slot.cost);
    sums[slot.language] = std::min(sums[slot.language], cost);
    listed = true;
  }
  return listed;
}

std::uint32_t weight_of(const Token& token, bool listed) {
  if (!token.capitalised) return kFullWeight;
  if (token.sentence_start) return listed ? kFullWeight : kSentenceStart;
  return listed ? kCapitalisedListed : kCapitalisedUnlisted;
}

// What a word costs each language above the one that it suits best, at most kMaxSay.
struct WordCosts {
  std::array<std::uint8_t, kColumns> above_best;
  bool listed;
};

WordCosts word_costs(std::span<const Letter> word, std::uint32_t hash) {
  Sums sums = letter_costs(word);
  WordCosts costs{{}, apply_lists(hash, sums)};
  const std::uint32_t least = *std::min_element(sums.begin(), sums.begin() + kEvidenceLanguages);
  for (std::size_t i = 0; i < kColumns; ++i) {
    costs.above_best[i] = static_cast<std::uint8_t>(std::min(sums[i] - least, kMaxSay));
  }
  return costs;
}

// The words that were weighed last: a word's letters lead to as many rows of tables that no fast cache holds.
class WordCostsCache {
 public:
  const WordCosts& of(std::span<const Letter> word, std::uint32_t hash) {
    if (word.size() > kLongest) return long_ = word_costs(word, hash);
    Entry& entry = entries_[hash % entries_.size()];
    if (entry.size != word.size() || !std::equal(word.begin(), word.end(), entry.letters.begin())) {
      entry.costs = word_costs(word, hash);
      entry.size = static_cast<std::uint8_t>(word.size());
      std::copy(word.begin(), word.end(), entry.letters.begin());
    }
    return entry.costs;
  }

 private:
  static constexpr std::size_t kLongest = 14;
  struct alignas(32) Entry {
    std::array<Letter, kLongest> letters;
    std::uint8_t size = 0;
    WordCosts costs;
  };

  std::array<Entry, 2048> entries_{};
  WordCosts long_{};
};

// Adds what the token costs each language above the one that it suits best. Returns its weight.
std::uint32_t add_token(const Token& token, Repeats& repeats, WeightedSums& total) {
  thread_local const auto cache = std::make_unique<WordCostsCache>();
  const std::uint32_t hash = hash_of(token.view());
  const WordCosts& costs = cache->of(token.view(), hash);
  std::uint32_t weight = weight_of(token, costs.listed);
  std::uint8_t& seen = repeats[hash % repeats.size()];
  if (seen == kFullRepeats) {
    weight /= kRepeatDivisor;
  } else {
    ++seen;
  }
  for (std::size_t i = 0; i < kColumns; ++i) total[i] += weight * costs.above_best[i];
  return weight;
}

}  // namespace

Evidence weigh_evidence(std::string_view utf8) {
  TokenScanner scanner(utf8);
  WeightedSums total{};
  Repeats repeats{};
  std::uint32_t weight = 0;
  Token token;
  while (scanner.next(token)) weight += add_token(token, repeats, total);

  Evidence evidence;
  for (std::size_t i = 0; i < kEvidenceLanguages; ++i) {
    evidence.score[i] = -static_cast<float>(total[i]) / (kCostsPerNat * kFullWeight);
    evidence.average += evidence.score[i] / kEvidenceLanguages;
  }
  evidence.words = static_cast<float>(weight) / kFullWeight;
  evidence.latin_letters = scanner.latin_letters();
  evidence.other_script_letters = scanner.other_script_letters();
  return evidence;
}

}  // namespace nsearch::detection
