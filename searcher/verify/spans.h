// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nsearch::searcher {

using Position = std::uint32_t;

/// Where something stands in a document: from its first to its last word.
struct Span {
  Position first = 0;
  Position last = 0;
  auto operator<=>(const Span&) const = default;
};

/// Ordered by first, then last; no two are equal.
using Spans = std::vector<Span>;

/// What the positional operators make of the places of their operands: docs/query-language.md says what they
/// mean. The distance of two spans that don't overlap is what the positions of their nearer ends differ by, 1
/// for neighbours; spans of one result don't overlap.

/// A span of each operand, in any order, the first and the last at most `within` apart: from the first word
/// to the last. At most `most_near` operands. Linear in the spans that stand within reach of each other, times
/// 2 to the power of the number of operands at worst.
Spans near_spans(const std::vector<Spans>& operands, Position within);
inline constexpr std::size_t most_near = 16;

/// The same, the spans in the order of the operands.
Spans adjacent_spans(const std::vector<Spans>& operands, Position within);

/// Spans of one word each, side by side, in the order of the operands.
Spans phrase_spans(const std::vector<Spans>& words);

/// Those of `wanted` that neither overlap one of `unwanted` nor are at most `within` apart from it.
Spans not_near_spans(const Spans& wanted, const Spans& unwanted, Position within);

/// For each stretch that holds a span of each operand: from the first word of these spans to the last.
/// `ends`: the positions where stretches end (sentences, say), in order.
Spans spans_together(const std::vector<Spans>& operands, const std::vector<Position>& ends);

/// Those of either.
Spans united(const std::vector<Spans>& operands);

/// Whether there are so many that don't overlap.
bool at_least(const Spans& spans, std::size_t number);

}  // namespace nsearch::searcher
