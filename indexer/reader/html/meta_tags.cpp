// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <map>

#include "reader/html/page_metadata.h"

namespace nsearch::indexer::html {
namespace {

/// The names under which pages say a thing, the best first; in lower case, dots and colons alike.
constexpr std::string_view title_names[] = {"dc:title",      "dcterms:title", "og:title", "headline",
                                            "twitter:title", "parsely-title", "title"};
constexpr std::string_view date_names[] = {"article:published_time",
                                           "datepublished",
                                           "og:published_time",
                                           "article:published",
                                           "og:article:published_time",
                                           "dcterms:issued",
                                           "dc:date:issued",
                                           "dc:issued",
                                           "dcterms:created",
                                           "dc:date:created",
                                           "parsely-pub-date",
                                           "sailthru:date",
                                           "pubdate",
                                           "publishdate",
                                           "publish-date",
                                           "publish_date",
                                           "publication_date",
                                           "published",
                                           "dc:date",
                                           "dcterms:date",
                                           "date",
                                           "datecreated",
                                           "article:modified_time",
                                           "datemodified",
                                           "og:updated_time",
                                           "dcterms:modified",
                                           "last-modified"};
constexpr std::string_view author_names[] = {"author",          "article:author", "dc:creator",
                                             "dcterms:creator", "parsely-author", "byl",
                                             "sailthru:author", "og:author"};
constexpr std::string_view source_names[] = {"og:site_name",      "application-name", "dc:publisher",
                                             "dcterms:publisher", "publisher",        "article:publisher"};
constexpr std::string_view language_names[] = {"content-language", "dc:language", "dcterms:language",
                                               "inlanguage",       "og:locale",   "language"};
constexpr std::string_view url_names[] = {"og:url"};

std::string normal_name(std::string_view name) {
  std::string normal(name);
  for (char& c : normal) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == '.') c = ':';
  }
  return normal;
}

/// The first value of each name.
class MetaValues {
 public:
  explicit MetaValues(const Tree& tree) {
    for (NodeIndex node = 0; node < tree.size(); ++node) {
      if (tree[node].tag != Tag::meta) continue;
      const std::string_view content = tree.attribute(node, AttributeName::content);
      if (content.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
      for (const AttributeName attribute : {AttributeName::property, AttributeName::name,
                                            AttributeName::itemprop, AttributeName::http_equiv}) {
        add(tree.attribute(node, attribute), content);
      }
    }
  }

  /// The first of the names whose value is worth something by `read`.
  template <typename Names, typename Read>
  std::string first(const Names& names, Read&& read) const {
    for (const std::string_view name : names) {
      const auto found = values_.find(name);
      if (found == values_.end()) continue;
      std::string value = read(found->second);
      if (!value.empty()) return value;
    }
    return {};
  }

 private:
  /// Several names may be parted by spaces.
  void add(std::string_view names, std::string_view content) {
    while (!names.empty()) {
      const std::size_t size = std::min(names.find_first_of(" \t\n"), names.size());
      if (size > 0) values_.emplace(normal_name(names.substr(0, size)), content);
      names.remove_prefix(std::min(size + 1, names.size()));
    }
  }

  std::map<std::string, std::string_view, std::less<>> values_;
};

std::string canonical_link(const Tree& tree) {
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    if (tree[node].tag == Tag::link && tree.attribute(node, AttributeName::rel) == "canonical") {
      return metadata_text(tree.attribute(node, AttributeName::href));
    }
  }
  return {};
}

std::string declared_language(const Tree& tree) {
  for (NodeIndex node = 0; node < tree.size() && tree[node].tag != Tag::div; ++node) {
    const Tag tag = tree[node].tag;
    if (tag != Tag::html && tag != Tag::body) continue;
    std::string language = metadata_language(tree.attribute(node, AttributeName::lang));
    if (!language.empty()) return language;
  }
  return {};
}

}  // namespace

PageMetadata read_meta_tags(const Tree& tree) {
  const MetaValues values(tree);
  PageMetadata metadata;
  metadata.title = values.first(title_names, metadata_text);
  metadata.date = values.first(date_names, [](std::string_view text) { return metadata_date(text, {}); });
  metadata.author = values.first(author_names, metadata_author);
  metadata.source = values.first(source_names, metadata_author);
  metadata.language = declared_language(tree);
  if (metadata.language.empty()) metadata.language = values.first(language_names, metadata_language);
  metadata.url = canonical_link(tree);
  if (metadata.url.empty()) metadata.url = values.first(url_names, metadata_text);
  return metadata;
}

}  // namespace nsearch::indexer::html
