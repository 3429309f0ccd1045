// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "nsearch/searcher.h"

/// The JSON form of what the searcher gives; docs/json.md describes it.
namespace nsearch::searcher {

/// The version of all JSON output; changes when a key's meaning does, not when a key is added.
inline constexpr int json_version = 1;

using Json = nlohmann::ordered_json;

Json to_json(const Hit& hit);
Json to_json(const Total& total);
Json to_json(const MarkedText& text);
Json to_json(const QueryDiagnostic& diagnostic);
Json to_json(const QueryNode& node);
Json to_json(const Folding& folding);
Json to_json(const CountBasis& basis);
Json to_json(const Facet& facet, const CountBasis& basis);
Json to_json(const Timeline& timeline, const CountBasis& basis);
Json to_json(const Explanation& explanation);
Json to_json(const IndexInfo& info);
Json to_json(const std::vector<MissingShard>& missing);

/// A stored document's fields; `body` and its language spans only where asked for.
Json to_json(const StoredDocument& document, bool body);

/// What a count that is a lower bound is worth: as many times more as there are more hits.
std::uint64_t estimate(std::uint64_t count, const CountBasis& basis);

const char* name(TimelineStep step);

/// One line; bytes that are no UTF-8 become U+FFFD.
std::string to_line(const Json& json);

}  // namespace nsearch::searcher
