// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "nsearch/document.h"

/// A dump: an index as text, one document a line, ordered by id
/// =============================================================
/// Each line is a JSON object and stands for itself, so dumps can be cut, joined, searched and sorted with
/// tools for lines. It begins with `"dump":1`, the version. What is empty is left out.
///
///     dump                      1
///     id url title date source author body    texts
///     language declared         the language it is indexed under; the one that its source declared
///     facets                    [[name, value], ...], in their order
///     path record               the file it came from, and its line or record there
///     modified                  modification sequence
///     digest                    of the content as it came: what is unchanged is skipped later on
///     spans                     [[begin, end, language], ...], byte offsets into the body
///
/// A text that is no UTF-8 (the name of a file may be anything) is an object {"hex": "c3ff"}.
namespace nsearch::indexer {

inline constexpr int dump_version = 1;
inline constexpr std::string_view dump_line_begin = R"({"dump":)";

// One list of the texts serves both ways, so that they cannot drift apart.
template <typename Document, typename Visit>
void visit_dumped_texts(Document& document, Visit&& visit) {
  visit("id", document.id);
  visit("url", document.url);
  visit("title", document.title);
  visit("date", document.date);
  visit("language", document.language);
  visit("declared", document.declared);
  visit("source", document.source);
  visit("author", document.author);
  visit("path", document.origin.path);
  visit("body", document.body);
}

/// The line of a document, with its line break.
std::string dump_line(const StoredDocument& document, std::string_view digest);

}  // namespace nsearch::indexer
