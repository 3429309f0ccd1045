// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/compounds/lexicon/part_counts.h"

#include <cmath>
#include <cstdint>

#include "analysis/compounds/compound_model.h"

namespace nsearch::analysis {
namespace {

constexpr int rounds = 4;
constexpr std::size_t longest_short = 3;

/// What it costs to take a word for a simple one, in bits.
constexpr double simple_base = 10;
constexpr double simple_per_letter = 2;

struct Candidate {
  std::uint32_t word;
  std::uint32_t first, last;
  double linker_cost;
};

class Trainer {
 public:
  Trainer(const std::vector<std::string>& words, const Rules& rules) : words_(words), rules_(rules) {
    for (std::uint32_t i = 0; i < words.size(); ++i) ids_.emplace(words[i], i);
  }

  void run() {
    for (std::uint32_t i = 0; i < words_.size(); ++i) add_candidates(i);
    count_all();
    for (int round = 0; round < rounds; ++round) count_best();
  }

  PartCount count(std::size_t word) const { return {first_[word], last_[word]}; }
  const std::vector<std::string>& derived() const { return derived_; }

 private:
  bool may_be_part(const std::string& word) const {
    return word.size() > longest_short || rules_.short_parts.contains(word);
  }

  void add_candidates(std::uint32_t index) {
    const std::string& word = words_[index];
    if (word.size() < shortest_compound) return;
    const std::size_t before = candidates_.size();
    for (std::size_t cut = shortest_part; cut + shortest_last_part <= word.size(); ++cut) {
      const auto last = ids_.find(std::string_view(word).substr(cut));
      if (last == ids_.end() || !may_be_part(words_[last->second]) || rules_.never_last.contains(last->first))
        continue;
      for (const Rules::NamedLinker& linker : rules_.linkers) add_candidate(index, cut, last->second, linker);
    }
    if (candidates_.size() == before || !is_derived(word)) return;
    candidates_.erase(candidates_.begin() + static_cast<std::ptrdiff_t>(before), candidates_.end());
    derived_.push_back(word);
  }

  /// Whether it is a prefix and another word of the dictionary.
  bool is_derived(std::string_view word) const {
    for (const std::string& prefix : rules_.prefixes)
      if (word.starts_with(prefix) && ids_.contains(word.substr(prefix.size()))) return true;
    return false;
  }

  void add_candidate(std::uint32_t index, std::size_t cut, std::uint32_t last,
                     const Rules::NamedLinker& linker) {
    std::string_view before = std::string_view(words_[index]).substr(0, cut);
    if (!before.ends_with(linker.letters)) return;
    before.remove_suffix(linker.letters.size());
    const auto first = ids_.find(before);
    if (first == ids_.end() || !may_be_part(words_[first->second]) || rules_.never_first.contains(before))
      return;
    candidates_.push_back({index, first->second, last, static_cast<double>(linker.cost)});
  }

  /// The first counts: a word's candidates share it.
  void count_all() {
    first_.assign(words_.size(), 0);
    last_ = first_;
    for_each_word([&](const Candidate* begin, const Candidate* end) {
      for (const Candidate* c = begin; c != end; ++c) {
        first_[c->first] += 1.0 / static_cast<double>(end - begin);
        last_[c->last] += 1.0 / static_cast<double>(end - begin);
      }
    });
  }

  void count_best() {
    const std::vector<double> first_costs = costs(first_), last_costs = costs(last_);
    first_.assign(words_.size(), 0);
    last_ = first_;
    for_each_word([&](const Candidate* begin, const Candidate* end) {
      double least = simple_base + simple_per_letter * static_cast<double>(words_[begin->word].size());
      const Candidate* best = nullptr;
      for (const Candidate* c = begin; c != end; ++c) {
        const double cost = first_costs[c->first] + last_costs[c->last] + c->linker_cost;
        if (cost >= least) continue;
        least = cost;
        best = c;
      }
      if (best == nullptr) return;
      ++first_[best->first];
      ++last_[best->last];
    });
  }

  static std::vector<double> costs(const std::vector<double>& counts) {
    double sum = 0;
    for (const double count : counts) sum += count;
    std::vector<double> costs;
    for (const double count : counts) costs.push_back(count > 0 ? std::log2(sum / count) : 1000);
    return costs;
  }

  template <typename Use>
  void for_each_word(Use use) const {
    const Candidate* const end = candidates_.data() + candidates_.size();
    for (const Candidate* begin = candidates_.data(); begin != end;) {
      const Candidate* next = begin;
      while (next != end && next->word == begin->word) ++next;
      use(begin, next);
      begin = next;
    }
  }

  const std::vector<std::string>& words_;
  const Rules& rules_;
  std::unordered_map<std::string_view, std::uint32_t> ids_;
  std::vector<Candidate> candidates_;
  std::vector<std::string> derived_;
  std::vector<double> first_, last_;
};

}  // namespace

DictionaryParts count_parts(const std::vector<std::string>& words, const Rules& rules) {
  Trainer trainer(words, rules);
  trainer.run();
  DictionaryParts parts;
  parts.derived = trainer.derived();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PartCount count = trainer.count(i);
    if (count.first > 0 || count.last > 0) parts.counts.emplace(words[i], count);
  }
  return parts;
}

}  // namespace nsearch::analysis
