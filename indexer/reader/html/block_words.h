// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace nsearch::indexer::html {

/// What the words of a class or an id say of a part of a page. The words are those that page authors everywhere use; none is
/// of one site.
enum BlockWord : std::uint8_t {
  boilerplate = 1,  ///< comments, cookie notices, sharing, bread crumbs: never the article
  unlikely = 2,     ///< side bars, menus, teasers: hardly ever the article
  likely = 4,       ///< may be the article although a word speaks against it
  positive = 8,     ///< articles are called so
  negative = 16,    ///< what stands beside or within articles is called so
  byline = 32,      ///< who wrote it
  dateline = 64,    ///< when
};

/// All BlockWords of the words in `attribute`, in time linear in its length (Aho and Corasick 1975).
std::uint8_t block_words(std::string_view attribute);

}  // namespace nsearch::indexer::html
