// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace oracle {

/// From its first word's position to its last one's.
using Span = std::pair<unsigned, unsigned>;
using Spans = std::set<Span>;

/// What docs/query-language.md ("How they relate") says, by trying every choice of one span from each operand.
Spans near(const std::vector<Spans>& operands, unsigned number, bool in_order);
Spans not_near(const Spans& wanted, const Spans& unwanted, unsigned number);

/// `parts`: by position, the number of the sentence (or paragraph) that it is in.
Spans together(const std::vector<Spans>& operands, const std::unordered_map<unsigned, unsigned>& parts);

/// How many can be chosen of which no two overlap.
std::size_t most_apart(const Spans& spans);

}  // namespace oracle
