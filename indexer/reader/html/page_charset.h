// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer::html {

/// The charset that a page's <meta> declares within its first 4 KiB; empty: none.
std::string meta_charset(std::string_view bytes);

/// `bytes` in UTF-8 as the parser takes it (see to_utf8() and sound_text()): as HTTP or else the page itself declares it.
std::string page_text(std::string_view bytes, std::string_view charset_of_http);

}  // namespace nsearch::indexer::html
