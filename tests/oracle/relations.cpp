// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/relations.h"

#include <algorithm>

namespace oracle {

namespace {

/// How many words apart; 0 where they overlap.
unsigned distance(const Span& a, const Span& b) {
  if (a.second < b.first) return b.first - a.second;
  if (b.second < a.first) return a.first - b.second;
  return 0;
}

/// Tries every choice of one span from each operand.
class Choices {
 public:
  Choices(const std::vector<Spans>& operands, unsigned number, bool in_order)
      : operands_(operands), number_(number), in_order_(in_order) {}

  Spans find() {
    choose();
    return std::move(found_);
  }

 private:
  void choose() {
    if (chosen_.size() == operands_.size()) return accept();
    const Spans& operand = operands_[chosen_.size()];
    auto span = operand.begin();
    // No span that begins further before has a place beside the first one chosen.
    if (in_order_ && !chosen_.empty()) span = operand.lower_bound({chosen_.back().second + 1, 0});
    for (; span != operand.end(); ++span) {
      if (in_order_ && !chosen_.empty() && distance(chosen_.front(), *span) > number_) return;
      if (!may_join(*span)) continue;
      chosen_.push_back(*span);
      choose();
      chosen_.pop_back();
    }
  }

  /// Two that are too far apart, or overlap, have no place in one choice.
  bool may_join(const Span& span) const {
    return std::all_of(chosen_.begin(), chosen_.end(), [&](const Span& other) {
      const unsigned apart = distance(other, span);
      return apart != 0 && apart <= number_ && (!in_order_ || other < span);
    });
  }

  void accept() {
    const auto [first, last] = std::minmax_element(chosen_.begin(), chosen_.end());
    found_.insert({first->first, last->second});
  }

  const std::vector<Spans>& operands_;
  unsigned number_;
  bool in_order_;
  std::vector<Span> chosen_;
  Spans found_;
};

}  // namespace

Spans near(const std::vector<Spans>& operands, unsigned number, bool in_order) {
  for (const Spans& operand : operands) {
    if (operand.empty()) return {};
  }
  return Choices(operands, number, in_order).find();
}

Spans not_near(const Spans& wanted, const Spans& unwanted, unsigned number) {
  Spans found;
  for (const Span& span : wanted) {
    const bool disturbed = std::any_of(unwanted.begin(), unwanted.end(),
                                       [&](const Span& other) { return distance(span, other) <= number; });
    if (!disturbed) found.insert(span);
  }
  return found;
}

Spans together(const std::vector<Spans>& operands, const std::unordered_map<unsigned, unsigned>& parts) {
  std::set<unsigned> numbers;
  for (const auto& [position, part] : parts) numbers.insert(part);
  Spans found;
  for (const unsigned number : numbers) {
    bool all = true;
    Span whole{0, 0};
    for (const Spans& operand : operands) {
      bool here = false;
      for (const Span& span : operand) {
        if (parts.at(span.first) != number || parts.at(span.second) != number) continue;
        whole = whole.second == 0
                    ? span
                    : Span{std::min(whole.first, span.first), std::max(whole.second, span.second)};
        here = true;
      }
      all = all && here;
    }
    if (all) found.insert(whole);
  }
  return found;
}

std::size_t most_apart(const Spans& spans) {
  std::vector<Span> by_end(spans.begin(), spans.end());
  std::sort(by_end.begin(), by_end.end(), [](const Span& a, const Span& b) { return a.second < b.second; });
  std::size_t taken = 0;
  unsigned end = 0;
  for (const Span& span : by_end) {
    if (span.first <= end) continue;
    end = span.second;
    ++taken;
  }
  return taken;
}

}  // namespace oracle
