// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "nsearch/document.h"

namespace nsearch::indexer {

/// A larger page is refused.
inline constexpr std::size_t max_page_bytes = 32 * 1024 * 1024;

/// What a web page says and holds: the article's text, one paragraph a line, with title, date, author, source, language and
/// canonical URL. `charset_of_http`: from the Content-Type header, empty if unknown. `url`: where the page was fetched; it stands
/// for the canonical one where the page names none, and relative ones begin there; empty if unknown. The document's id and
/// origin are left to the caller. Nothing, and `why_not` says why, where the page has no text. Neither throws (std::bad_alloc
/// excepted) nor crashes, whatever the bytes are; nothing is loaded that the page refers to. Thread-safe.
std::optional<Document> read_html_page(std::string_view bytes, std::string_view charset_of_http,
                                       std::string_view url, std::string& why_not);

/// How sure it is, 0 to 100 as readers say it, that `head`, the first bytes of an input, begins an HTML page.
int looks_like_html(std::string_view head);

}  // namespace nsearch::indexer
