// SPDX-License-Identifier: GPL-2.0-or-later
#include "verify/spans.h"

#include <algorithm>
#include <limits>
#include <map>

namespace nsearch::searcher {

namespace {

constexpr Position never = std::numeric_limits<Position>::max();

struct Placed {
  Span span;
  std::size_t operand = 0;
};

std::vector<Placed> placed(const std::vector<Spans>& operands) {
  std::vector<Placed> all;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (const Span& span : operands[i]) all.push_back({span, i});
  }
  std::stable_sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) { return a.span < b.span; });
  return all;
}

void settle(Spans& spans) {
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

bool in_reach(const Span& from, const Span& to, Position within) {
  return to.first <= from.last || to.first - from.last <= within;
}

/// The results that begin with one span. Spans come in order; what is kept of all ways to choose some of them
/// is the least end, for each set of operands.
class NearFrom {
 public:
  explicit NearFrom(std::size_t operands) : all_((1u << operands) - 1), end_(all_ + 1, never) {}

  void begin(const Placed& first) {
    for (const unsigned set : reached_) end_[set] = never;
    reached_.clear();
    reach(1u << first.operand, first.span.last);
  }

  /// Whether `next` completes a result.
  bool add(const Placed& next) {
    const unsigned own = 1u << next.operand;
    bool complete = false;
    for (std::size_t i = 0, known = reached_.size(); i < known; ++i) {
      const unsigned set = reached_[i];
      if ((set & own) != 0 || end_[set] >= next.span.first) continue;
      if ((set | own) == all_) {
        complete = true;
      } else {
        reach(set | own, next.span.last);
      }
    }
    return complete;
  }

 private:
  void reach(unsigned set, Position end) {
    if (end_[set] == never) reached_.push_back(set);
    end_[set] = std::min(end_[set], end);
  }

  unsigned all_;
  std::vector<Position> end_;      ///< by set of operands
  std::vector<unsigned> reached_;  ///< the sets that have one
};

/// The same for operands in order.
class AdjacentFrom {
 public:
  explicit AdjacentFrom(std::size_t operands) : end_(operands, never) {}

  void begin(const Placed& first) {
    std::fill(end_.begin(), end_.end(), never);
    end_[0] = first.span.last;
  }

  bool add(const Placed& next) {
    if (next.operand == 0 || end_[next.operand - 1] >= next.span.first) return false;
    if (next.operand + 1 == end_.size()) return true;
    end_[next.operand] = std::min(end_[next.operand], next.span.last);
    return false;
  }

 private:
  std::vector<Position> end_;  ///< of the operands up to this one
};

template <typename From>
Spans spans_within(const std::vector<Spans>& operands, Position within, bool in_order, From from) {
  if (operands.size() == 1) return operands.front();
  Spans found;
  for (const Spans& spans : operands) {
    if (spans.empty()) return found;
  }
  const std::vector<Placed> all = placed(operands);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (in_order && all[i].operand != 0) continue;
    from.begin(all[i]);
    for (std::size_t j = i + 1; j < all.size() && in_reach(all[i].span, all[j].span, within); ++j) {
      if (from.add(all[j])) found.push_back({all[i].span.first, all[j].span.last});
    }
  }
  settle(found);
  return found;
}

}  // namespace

Spans near_spans(const std::vector<Spans>& operands, Position within) {
  return spans_within(operands, within, false, NearFrom(operands.size()));
}

Spans adjacent_spans(const std::vector<Spans>& operands, Position within) {
  return spans_within(operands, within, true, AdjacentFrom(operands.size()));
}

Spans phrase_spans(const std::vector<Spans>& words) {
  Spans found;
  for (const Span& start : words.front()) {
    Position at = start.first;
    const bool follows = std::all_of(words.begin() + 1, words.end(), [&](const Spans& word) {
      ++at;
      return std::binary_search(word.begin(), word.end(), Span{at, at});
    });
    if (follows) found.push_back({start.first, at});
  }
  return found;
}

Spans not_near_spans(const Spans& wanted, const Spans& unwanted, Position within) {
  Spans found;
  for (const Span& span : wanted) {
    const bool disturbed = std::any_of(unwanted.begin(), unwanted.end(), [&](const Span& other) {
      return in_reach(span, other, within) && in_reach(other, span, within);
    });
    if (!disturbed) found.push_back(span);
  }
  return found;
}

Spans spans_together(const std::vector<Spans>& operands, const std::vector<Position>& ends) {
  struct Stretch {
    Span span{never, 0};
    std::size_t operands = 0;
  };
  const auto stretch_of = [&](Position at) { return std::lower_bound(ends.begin(), ends.end(), at); };
  std::map<std::ptrdiff_t, Stretch> stretches;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (const Span& span : operands[i]) {
      const auto at = stretch_of(span.first);
      if (at != stretch_of(span.last)) continue;
      Stretch& stretch = stretches[at - ends.begin()];
      if (stretch.operands < i) continue;  // it lacks an operand before this one
      stretch.operands = i + 1;
      stretch.span.first = std::min(stretch.span.first, span.first);
      stretch.span.last = std::max(stretch.span.last, span.last);
    }
  }
  Spans found;
  for (const auto& [number, stretch] : stretches) {
    if (stretch.operands == operands.size()) found.push_back(stretch.span);
  }
  settle(found);
  return found;
}

Spans united(const std::vector<Spans>& operands) {
  Spans all;
  for (const Spans& spans : operands) all.insert(all.end(), spans.begin(), spans.end());
  settle(all);
  return all;
}

bool at_least(const Spans& spans, std::size_t number) {
  Spans by_end = spans;
  std::sort(by_end.begin(), by_end.end(), [](const Span& a, const Span& b) { return a.last < b.last; });
  std::size_t taken = 0;
  Position end = 0;  // positions begin with 1
  for (const Span& span : by_end) {
    if (span.first <= end) continue;
    end = span.last;
    ++taken;
  }
  return taken >= number;
}

}  // namespace nsearch::searcher
