// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer::html {

/// The charset that a page's <meta> declares within its first 4 KiB; empty: none.
std::string meta_charset(std::string_view bytes);

/// `bytes` in well-formed UTF-8 without NULs: by a byte order mark, as HTTP or <meta> declare it, UTF-8 where they are that, else
/// Windows-1252, the web's fallback.
std::string page_text(std::string_view bytes, std::string_view charset_of_http);

}  // namespace nsearch::indexer::html
