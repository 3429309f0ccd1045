// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nsearch::indexer::html {

/// What is beyond so many attributes of a tag is left out. People's pages have some ten.
inline constexpr std::size_t max_attributes = 128;
/// Longer names of elements and attributes are several.
inline constexpr std::size_t max_name_bytes = 90;

/// `utf8` itself where the parser reads it in linear time, else a copy in `changed`, in which tags have no more attributes than that (see
/// StartTags). The declarations of a document type are blank in it as well, which the parser would take for text.
std::string_view bounded_markup(std::string_view utf8, std::string& changed,
                                std::size_t most_attributes = max_attributes);

}  // namespace nsearch::indexer::html
