// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer {

/// A reference resolved against a base (RFC 3986); where there is no base, or neither can be understood, the reference
/// as it stands.
std::string resolved_url(std::string_view reference, std::string_view base);

/// Whether it begins as a web address does.
bool is_web_address(std::string_view url);

}  // namespace nsearch::indexer
