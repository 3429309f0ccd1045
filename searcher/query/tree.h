// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/query.h"

namespace nsearch::searcher {

/// One node of `kind` over the children, from the first one's beginning to the last one's end; an only child
/// stays as it is.
QueryNode combine(QueryKind kind, std::vector<QueryNode> children);

/// One node of `kind` from `begin` on over the child.
QueryNode wrap(QueryKind kind, std::size_t begin, QueryNode child);

/// near, adjacent, not_near, sentence or paragraph.
bool is_proximity(QueryKind kind);

/// "NEAR", "ADJ", "NOTNEAR", "SENTENCE", "PARAGRAPH", "atleast"; empty for other kinds.
std::string_view proximity_name(QueryKind kind);

/// The operator that stands between the parts of such a node: "NEAR/5", "SENTENCE".
std::string proximity_operator(QueryKind kind, std::uint32_t number);

/// "2.5": the fewest digits that read as this number again, without an exponent.
std::string decimal(double number);

/// What a hint says of how parts were read, with `op` between them.
std::string reading_of(const std::vector<QueryNode>& parts, std::string_view op);

std::size_t count_nodes(const QueryNode& node);

/// Merges each AND directly below an AND, and each OR below an OR, into it: a AND (b AND c) has three
/// children. What has a boost of its own stays. Linear.
void flatten(QueryNode& node);

}  // namespace nsearch::searcher
