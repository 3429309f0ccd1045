// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reader/html/html_tree.h"
#include "reader/html/page_parts.h"

namespace nsearch::indexer::html {

/// What a page says of itself, in one of the ways to say it; what it does not say is empty.
struct PageMetadata {
  std::string title;
  std::string date;  ///< as parse_date() takes it
  std::string author;
  std::string source;
  std::string language;  ///< a BCP 47 tag
  std::string url;       ///< may be relative

  /// Takes over what is still empty.
  void complete(const PageMetadata& other);
};

/// By JSON-LD of schema.org: the first object whose type is a kind of article. `page_title`: of title_element().
PageMetadata read_json_ld(const std::vector<std::string>& scripts, std::string_view page_title);

/// The text of the page's <title>.
std::string title_element(const Tree& tree);

/// By <meta> (OpenGraph, Dublin Core, schema.org and the names in common use), <link rel=canonical> and the language of <html>.
PageMetadata read_meta_tags(const Tree& tree);

/// By what stands in the page: microdata, <time>, rel=author, lines whose class says that they name author or date.
/// `words`: for each node.
PageMetadata read_visible_metadata(const Tree& tree, const std::vector<NodeWords>& words,
                                   std::string_view language);

/// The title of the page by <title> and headings, without the name of the site.
std::string visible_title(const Tree& tree, std::string_view site_name);

/// One line without markup: references decoded a second time, which pages often need.
std::string metadata_text(std::string_view text);

/// A date as pages write it, in ISO 8601 (see parse_written_date()); empty where it is none.
std::string metadata_date(std::string_view text, std::string_view language);

/// A language tag as BCP 47 writes it ("fr_FR" is "fr-FR"); empty where it is none.
std::string metadata_language(std::string_view text);

/// The names of authors without "By" before them; empty where it is a link, a handle, or too long for names.
std::string metadata_author(std::string_view text);

}  // namespace nsearch::indexer::html
