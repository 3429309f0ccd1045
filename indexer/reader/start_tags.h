// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace nsearch::indexer {

/// Counts the attributes of the start tags in a text, before a parser sees them: libxml2 compares the attributes of a tag with each other,
/// so that a tag of a hundred thousand takes minutes.
///
/// Which "<" begins a tag is only known to the parser (comments, scripts and quotes come into it). So every one counts as a beginning, and all
/// tags that may be open are followed at once. Those in the same state go on alike, and the one with most attributes stands for them: there
/// are never more of them than states, and the time is linear.
///
/// `Grammar` has `states` (their number), `State::tag_name` (a tag has begun) and
/// `step(State, Kind)`, a Step for a kind of byte.
template <class Grammar>
class StartTags {
 public:
  using State = typename Grammar::State;
  using Kind = typename Grammar::Kind;

  bool any() const { return open_ != 0; }
  bool any_in(State state) const { return (open_ >> index(state) & 1U) != 0; }

  /// A tag begins after the byte that was stepped over last.
  void begin() { set(open_, attributes_, index(State::tag_name), 0); }

  /// The state of a tag that gets more than `most` attributes by a byte of that kind; `states` where none does.
  std::size_t find_excess(Kind kind, std::uint32_t most) const {
    for (std::uint32_t left = open_; left != 0; left &= left - 1) {
      const auto state = static_cast<std::size_t>(std::countr_zero(left));
      if (attributes_[state] >= most && Grammar::step(static_cast<State>(state), kind).attribute)
        return state;
    }
    return Grammar::states;
  }

  void step(Kind kind) {
    std::uint32_t open = 0;
    Attributes attributes{};
    for (std::uint32_t left = open_; left != 0; left &= left - 1) {
      const auto state = static_cast<std::size_t>(std::countr_zero(left));
      const auto [next, attribute, ended] = Grammar::step(static_cast<State>(state), kind);
      if (!ended) set(open, attributes, index(next), attributes_[state] + (attribute ? 1 : 0));
    }
    open_ = open;
    attributes_ = attributes;
  }

 private:
  using Attributes = std::array<std::uint32_t, Grammar::states>;

  static std::size_t index(State state) { return static_cast<std::size_t>(state); }

  static void set(std::uint32_t& open, Attributes& attributes, std::size_t state, std::uint32_t count) {
    const std::uint32_t bit = std::uint32_t{1} << state;
    attributes[state] = (open & bit) != 0 ? std::max(attributes[state], count) : count;
    open |= bit;
  }

  std::uint32_t open_ = 0;   ///< one bit a state
  Attributes attributes_{};  ///< of the tag in each, if its bit is set
};

/// What a byte does to a tag that is open.
template <class State>
struct TagStep {
  State next;
  bool attribute = false;  ///< one more begins
  bool ended = false;
};

}  // namespace nsearch::indexer
