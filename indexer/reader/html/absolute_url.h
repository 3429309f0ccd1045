// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer::html {

/// `url` as seen from the page at `base` (RFC 3986, section 5, for http and https); empty where that gives no URL of the web.
std::string absolute_url(std::string_view url, std::string_view base);

}  // namespace nsearch::indexer::html
